import { describe, expect, it } from 'vitest';

import { placeName } from '../../../renderer/ui/place-name.ts';

describe('the name of a folder', () => {
  it.each([
    ['C:\\Users\\chuyenvien\\Báo cáo', 'Báo cáo'],
    ['/media/usb/Thanh Miện/', 'Thanh Miện'],
    ['E:\\', 'E:\\'],
    ['/', '/'],
    ['usb', 'usb'],
  ])('of %j is %j', (path, name) => {
    expect(placeName(path)).toBe(name);
  });
});
