import type { Locale } from '../../sim/index.ts'

const zhHans = {
  title: ({ name }: { name: string }) => `下载：${name}`,
  svg: '图（SVG）',
  csv: '数据（CSV，可用 Excel 打开）',
  note: '图是播放到现在的样子，数据也到现在为止。',
}

type DownloadTexts = typeof zhHans

const zhHant: DownloadTexts = {
  title: ({ name }) => `下載：${name}`,
  svg: '圖（SVG）',
  csv: '資料（CSV，可用 Excel 打開）',
  note: '圖是播放到現在的樣子，資料也到現在為止。',
}

const en: DownloadTexts = {
  title: ({ name }) => `Download: ${name}`,
  svg: 'Picture (SVG)',
  csv: 'Data (CSV, opens in Excel)',
  note: 'The picture is as it stands at this moment, and the data go as far.',
}

/** Texts of what can be taken away. 简体中文 is the source. */
export const DOWNLOAD_TEXTS: Readonly<Record<Locale, DownloadTexts>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
}
