import type { ThemeConfig } from 'antd';

/** Bigger and darker than Ant Design's own: read outdoors on a phone, and by eyes of every age. */
export const theme: ThemeConfig = {
  token: {
    fontSize: 16,
    controlHeight: 40,
    borderRadius: 8,
    colorPrimary: '#0b57d0',
    colorPrimaryHover: '#0842a0',
    colorPrimaryActive: '#06327a',
    colorText: '#1d2129',
    colorTextSecondary: '#4e5969',
    colorTextTertiary: '#4e5969',
    colorTextDescription: '#4e5969',
    colorTextPlaceholder: '#5f6b7c',
    colorBorder: '#8a94a6',
    colorError: '#b42318',
    fontFamily: "system-ui, -apple-system, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
    motion: false,
  },
};
