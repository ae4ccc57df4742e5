// The least that a window can be: one sandboxed page with one input, as large as the program's own.
const path = require('node:path');
const { app, BrowserWindow } = require('electron');

if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.setMenu(null);
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadFile(path.join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => {
  app.quit();
});
