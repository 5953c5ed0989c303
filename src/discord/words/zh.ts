import { zh as commands } from "./commands/zh.ts";
import { zh as panels } from "./panels/zh.ts";
import type { Words } from "./words.ts";

/** {@link Words} in simplified Chinese; people are called “你”. */
export const zh: Words = {
  locale: "zh",
  tag: "zh-CN",
  commands,
  panels,
  quoted: (text) => `“${text}”`,
  comma: "，",
  untitled: "无标题",

  buttons: {
    sources: "出处",
    followUp: "追问",
    stop: "停止",
    summary: "总结",
    related: "相关论文",
    previous: "上一页",
    next: "下一页",
    link: { code: "代码", "project page": "项目主页", "search arXiv": "在 arXiv 上搜索" },
  },
  placeholders: { open: "打开一篇论文", openNearby: "打开一篇相近的论文", otherTitles: "不是这篇？其他标题" },
  optionNotes: { citedAs: (number) => `引用编号 [${number}]`, mayNotFit: "未必符合", seeAlso: "另见" },
  choices: { topic: (topic) => `主题：${topic}` },
  modals: {
    followUp: { title: "追问", label: "你的问题", description: "接着这个回答往下问：“它”指的是刚才谈到的内容。" },
  },

  headings: {
    summary: (of) => `总结：${of}`,
    comparison: (of) => `比较：${of}`,
    sources: "出处",
    papersOn: (query) => `关于${query}的论文`,
    papersNear: (title) => `与“${title}”相近的论文`,
  },
  from: { abstract: "出自摘要", digest: "出自我们的概要" },
  origins: { abstract: "出自摘要：作者的原话", digest: "出自我们的概要：是我们的话，不是作者的" },
  links: { code: "代码", "project page": "项目主页", "search arXiv": "在 arXiv 上搜索", none: "无链接" },
  smallPrint: {
    followUp: {
      reply: "要追问，请按按钮、提及我，或打开提及后回复本条消息。",
      mention: "要追问，请按按钮或提及我。",
      button: "要追问，请按按钮。",
      direct: "要追问，直接写就行。",
    },
    model: (name) => `语言模型：${name}；每句话都已与论文核对。`,
    writing: "还在写……",
    writingMore: "还在写……写完后会显示其余部分。",
  },
  lists: {
    papers: (count) => `${count} 篇论文`,
    bestMatches: (count) => `最匹配的 ${count} 篇`,
    nearest: (count) => `最接近的 ${count} 篇`,
    page: (number, of) => `第 ${number} 页，共 ${of} 页`,
    fromDigest: "句子出自我们的概要",
    undated: (count) => `已略去 ${count} 篇日期不明的论文`,
    since: (day) => `${day} 及以后`,
    until: (day) => `${day} 及以前`,
    withCode: "附代码",
    none: (query) => `没有论文与${query}匹配。`,
    noneButUndated: (query, undated) => `没有论文与${query}匹配。（已略去 ${undated} 篇日期不明的论文。）`,
    noneNear: "没有其他与这篇相近的论文。",
  },
  card: {
    authors: (count) => `${count} 位作者`,
    onlyTitle: "这里只有这篇论文的标题。",
    closest: (typed) => `与“${typed}”最接近的标题。`,
  },
  help: {
    about: (papers) =>
      `我回答关于本库 ${papers} 篇机器学习论文的问题。每个论断都附有脚注；如果这里没有答案，我会直说。`,
    ways: [
      "- **提及我**并附上问题，打开提及后**回复**我的消息，或直接**私信我**。",
      "- `/ask` 回答问题；加上 `private`，只有你能看到回答。",
      "- `/find` 列出论文，可按日期筛选，或只看附有代码的。",
      "- `/paper` 显示一篇论文的已知信息，标题记不全也没关系。",
      "- `/summary` 总结一篇论文，或本库关于某个主题的内容：一句话、一段，或通俗易懂地说。",
      "- `/compare` 并排比较两到四篇论文。",
      "- `/related` 列出与某篇论文最接近的论文。",
    ].join("\n"),
    buttons:
      "回答下方的**出处**显示每个脚注背后的句子，以及它出自作者的摘要还是我们的概要。**追问**从该回答继续。" +
      "**停止**结束还在写的回答，已证实的部分会保留。",
    memory:
      "为了理解追问，我会记住你在一个频道里最近的五个问题和我的回答。用 `/privacy` 可以查看保留多久，也可以让我忘记。",
  },
  waiting: { place: (place) => `你的问题排在第 ${place} 位。回答会出现在这里。` },
  hints: {
    mention: "请就机器学习论文向我提问：提及我并附上问题，或使用 /ask。更多内容见 /help。",
    direct: "请就机器学习论文向我提问：直接写下问题就行。更多内容见 /help。",
    reply: "Discord 没有让我看到这条回复里的文字。请按回答下方的“追问”，或提及我并附上问题。",
  },
  refusals: {
    unknownCommand: "我已经不认识这个命令了。/help 列出我认识的命令。",
    unknownControl: "我已经不记得这是做什么用的了。/help 说明我能做什么。",
    chooseFromMenu: "请从菜单中选择一篇论文。",
    forgottenAnswer: "我已经不记得这个回答了。请用 /ask 重新提问，并再次写明论文或主题。",
    forgottenSources: "我已经不记得这个回答背后的句子了。再问一次，我就会显示。",
    forgottenList: "我已经不记得这个列表了。请重新运行命令再翻页。",
    paperGone: "这篇论文已不在库中。",
    noSuchTitle: (typed) => `本库中没有与“${typed}”相似的标题。`,
    noDay: (option) => `${option} 需要填写日期、月份或年份，例如 2024-05-13、2024-05 或 2024。`,
    daysSwapped: (since, until) => `since（${since}）晚于 until（${until}）：没有论文能同时满足两者。`,
    busy: "我还在处理你在这里的前几个问题。请等它们有了回答再问。",
    queueFull: "现在等待的问题太多了。请一分钟后再问。",
    privateToOther: "这个回答只给提问者看。",
    interrupted: "我被中断了。请再问一次。",
    notServed: "我不在这个服务器里回答问题。",
    limited: {
      "person-hour": (wait) => `你在这个服务器里这一小时的回答次数已用完。${wait}后可以再问。`,
      "server-hour": (wait) => `这个服务器这一小时的回答次数已用完。${wait}后可以再问。`,
      "person-day": (wait) => `你今天的回答次数已用完。${wait}后可以再问。`,
      "everybody-day": (wait) => `我今天的回答次数已用完。${wait}后可以再问。`,
    },
    tookTooLong: "用时过长，我停下了。请再试一次，也许可以问得简单些。",
    restarting: "我正在重启，没能完成这个请求。请一分钟后再问。",
    stopped: "已停止。",
    stopNotTheirs: "只有提问者可以停止这个回答。",
    stopTooLate: "这个回答已经写完了。",
    failed: "没有成功：我需要的某个东西现在不可用。管理员可以在日志中查看原因。请过几分钟再试。",
    unexpected: (id) => `出现了不该出现的问题。如果再次发生，请附上编号 ${id} 报告。`,
  },
};
