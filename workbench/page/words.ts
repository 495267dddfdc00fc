/** The words of the page itself. Those of the add-on are the add-on's, those of the grid the engine's. */
export const words = {
  en: {
    workbench: "Workbench",
    local: "Local workbench",
    notGoogle: "This is not Google Sheets.",
    stays: "Nothing leaves this computer.",
    actingAs: (who: string) => `acting as ${who}`,
    opened: (name: string) => `${name} is open here; the file itself is never written to.`,
    lost: (count: number) => `${count} ${count === 1 ? "thing is" : "things are"} not carried over from the file`,
    download: "Download as .xlsx",
    nextDay: "Next day",
    refresh: "Run the daily refresh now",
    actAs: "Act as",
    language: "Language",
    noRefresh: "No daily refresh is switched on. Switch it on in the sidebar first.",
    refreshed: "The daily refresh has run.",
    newDay: (day: string, runs: number) =>
      runs === 0 ? `It is now ${day}.` : `It is now ${day}. The daily refresh has run.`,
    failed: (message: string) => `The run failed: ${message}`,
    close: "Close",
    saved: (name: string) => `Saved as ${name}.`,
  },
  zh: {
    workbench: "工作台",
    local: "本地工作台",
    notGoogle: "这不是 Google 表格。",
    stays: "数据不会离开这台电脑。",
    actingAs: (who: string) => `当前身份：${who}`,
    opened: (name: string) => `已打开 ${name}，原文件不会被改动。`,
    lost: (count: number) => `文件中有 ${count} 项内容未能带入`,
    download: "下载为 .xlsx",
    nextDay: "下一天",
    refresh: "立即运行每日刷新",
    actAs: "切换身份",
    language: "语言",
    noRefresh: "尚未开启每日刷新，请先在侧边栏开启。",
    refreshed: "每日刷新已运行。",
    newDay: (day: string, runs: number) => (runs === 0 ? `现在是 ${day}。` : `现在是 ${day}，每日刷新已运行。`),
    failed: (message: string) => `运行失败：${message}`,
    close: "关闭",
    saved: (name: string) => `已保存为 ${name}。`,
  },
} as const;

export type Language = keyof typeof words;
export type Words = (typeof words)[Language];
