import type { Locale } from '../../sim/index.ts'
import type { Settings } from '../player/settings.ts'

export interface SettingsTexts {
  readonly title: string
  readonly locale: string
  readonly theme: string
  readonly themes: Readonly<Record<Settings['theme'], string>>
  readonly motion: string
  readonly motions: Readonly<Record<Settings['motion'], string>>
  readonly motionSays: string
  readonly textSize: string
  readonly contrast: string
  readonly contrasts: Readonly<Record<Settings['contrast'], string>>
  readonly replay: string
  readonly keys: string
  readonly keysSays: string
  readonly hold: string
  readonly holdSays: string
  readonly kept: string
  readonly keptNothing: string
  readonly keptCount: (said: {
    readonly scenarios: string
    readonly logs: string
    readonly size: string
  }) => string
  readonly forget: string
  readonly forgotten: string
  readonly reset: string
  readonly wasReset: string
}

export const SETTINGS_TEXTS: Readonly<Record<Locale, SettingsTexts>> = {
  'zh-Hans': {
    title: '设置',
    locale: '语言',
    theme: '主题',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    motion: '动画',
    motions: { system: '跟随系统', less: '减少', full: '全部' },
    motionSays: '减少：一天一天地走，不闪不滑。',
    textSize: '字号',
    contrast: '对比',
    contrasts: { system: '跟随系统', more: '加强' },
    replay: '回放',
    keys: '单键快捷键',
    keysSays: '关掉以后，误碰一个字母键不会有任何动作。',
    hold: '到关键时刻停一下',
    holdSays: '播到首次退群、一天走最多人这样的时刻，先停住，留出讲解的时间。',
    kept: '本机文件',
    keptNothing: '这台设备上没有存任何文件。',
    keptCount: ({ scenarios, logs, size }) =>
      `打开过的 ${scenarios} 个场景、${logs} 份日志存在这台设备上，共 ${size}，没有上传。`,
    forget: '删除这些文件',
    forgotten: '已删除。',
    reset: '恢复默认设置',
    wasReset: '已恢复默认。',
  },
  'zh-Hant': {
    title: '設定',
    locale: '語言',
    theme: '佈景主題',
    themes: { system: '跟隨系統', light: '淺色', dark: '深色' },
    motion: '動畫',
    motions: { system: '跟隨系統', less: '減少', full: '全部' },
    motionSays: '減少：一天一天走，不閃爍、不滑動。',
    textSize: '字級',
    contrast: '對比',
    contrasts: { system: '跟隨系統', more: '加強' },
    replay: '回放',
    keys: '單鍵快速鍵',
    keysSays: '關閉後，誤觸字母鍵不會有任何動作。',
    hold: '到關鍵時刻停一下',
    holdSays: '播到第一次有人退群、單日離開最多人這類時刻，先停住，留時間講解。',
    kept: '本機檔案',
    keptNothing: '這台裝置上沒有存任何檔案。',
    keptCount: ({ scenarios, logs, size }) =>
      `開啟過的 ${scenarios} 個情境、${logs} 份紀錄檔存在這台裝置上，共 ${size}，沒有上傳。`,
    forget: '刪除這些檔案',
    forgotten: '已刪除。',
    reset: '恢復預設值',
    wasReset: '已恢復預設值。',
  },
  en: {
    title: 'Settings',
    locale: 'Language',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    motion: 'Motion',
    motions: { system: 'As the system', less: 'Less', full: 'Full' },
    motionSays: 'Less: day by day, nothing flashes or glides.',
    textSize: 'Text size',
    contrast: 'Contrast',
    contrasts: { system: 'As the system', more: 'More' },
    replay: 'Replay',
    keys: 'Shortcuts of a single key',
    keysSays: 'Switched off, a letter key that is touched by mistake does nothing.',
    hold: 'Hold at key moments',
    holdSays: 'Stops where the first member leaves or most leave in a day, so that there is time to talk.',
    kept: 'Files kept here',
    keptNothing: 'No files are kept on this device.',
    keptCount: ({ scenarios, logs, size }) =>
      `Opened and kept on this device: scenarios ${scenarios}, logs ${logs}, together ${size}. Nothing was uploaded.`,
    forget: 'Delete these files',
    forgotten: 'Deleted.',
    reset: 'Back to the usual settings',
    wasReset: 'The usual settings are back.',
  },
}
