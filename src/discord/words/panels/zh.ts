import type { PanelWords } from "./panel-words.ts";

/** {@link PanelWords} in simplified Chinese. */
export const zh: PanelWords = {
  feedback: {
    goodButton: "有帮助",
    badButton: "没有帮助",
    good: "谢谢，已记下你的好评。",
    bad: "谢谢，已记下你的差评，运营者会看到原因。",
    modal: { title: "哪里不对？", label: "你的理由", description: "可以不填。运营者会连同问题和回答一起看到。" },
  },
  places: {
    askElsewhere: (channels) => `在这个服务器里，我在 ${channels} 回答问题。`,
    continueButton: "在子区中继续",
    opened: (person) =>
      `这个子区接着上面给 ${person} 的回答。人人都可以参与：提及我并附上问题，或按“追问”。` +
      "其他文字 Discord 不会在这里给我看。",
    isOpen: (thread) => `请到 ${thread} 继续。`,
    isClosed: (thread) => `子区 ${thread} 已关闭。可以管理子区的人能重新打开它。`,
    notHere: "只有服务器文字频道里人人可见的回答，才能开子区。",
    mayNotOpen: "我不能在这里开子区。这需要“创建公共子区”和“在子区内发送消息”权限。",
  },
  messages: { about: "就此询问 Footnote", similar: "查找类似的论文", noText: "这条消息里没有我能读的文字。" },
  cut: "其余部分放不下了：对于没有加入服务器的应用，Discord 只允许发送少量消息。",
  settings: {
    heading: "本服务器的设置",
    channels: "我在哪些频道回答提及。命令在允许的地方都能用。",
    channelsPlaceholder: "所有频道",
    someGone: "部分所选频道已被删除，不再生效。",
    allGone: "所选频道都已被删除，我会回答所有频道里的提及。",
    isPrivate: (isOn) => `默认私密：${isOn ? "开" : "关"}`,
    usesThreads: (isOn) => `在子区中回答：${isOn ? "开" : "关"}`,
    explain:
      "**默认私密**：如果没有另外说明，/ask 的回答只给提问者看。**在子区中回答**：提及我会开一个子区，并在其中回答。",
    limits: "每小时的回答数，分别针对一个人和整个服务器。",
    perPerson: (limit) => (limit === 0 ? "每人：不限" : `每人：每小时 ${limit} 个回答`),
    perServer: (limit) => (limit === 0 ? "服务器：不限" : `服务器：每小时 ${limit} 个回答`),
    saved: "已保存。",
    mayNot: "只有可以管理本服务器的人才能更改设置。",
    onlyInServers: "设置属于我加入的服务器，这里没有。",
  },
  privacy: {
    heading: "隐私",
    kept: "保存的内容：你的问题和我的回答、它们所属的对话、你的评价，以及你、频道和服务器的 ID。",
    days: (days) =>
      days === 0
        ? "保存多久：到重启为止，最多一天。只有“提过问”这件事和时间会为限额保留两天。"
        : `保存多久：${days} 天，之后删除。`,
    modelAnswers: (days) => `为节省费用，模型回答的文字还会保存最多 ${days} 天，不含姓名和问题，“忘掉我”找不到它们。`,
    model: (host) => `问题发往何处：连同论文中的句子发给 ${host} 的语言模型。`,
    noModel: "问题发往何处：不发往任何地方。没有语言模型参与，除回答外没有任何内容离开这里。",
    forgetButton: "忘掉我",
    ask: "这会删除你的问题、对应的回答、你的对话和评价，无法撤销。Discord 里的消息会一直保留，直到你删除它们。",
    confirmButton: "是的，忘掉我",
    forgotten: (count) =>
      count === 0 ? "完成。没有保存你的任何内容。" : `完成。已删除 ${count} 个回答及其相关的一切。`,
  },
  about: {
    heading: "关于 Footnote",
    papers: (papers) => `论文：${papers} 篇`,
    newest: (title, day) => `最新的论文：${title}（${day}）`,
    indexed: (day) => `索引日期：${day}`,
    embedding: (model) => `嵌入模型：${model}`,
    ownEmbedding: "嵌入模型：针对这些论文拟合",
    chat: (model) => `语言模型：${model}`,
    noChat: "语言模型：无；回答就是论文里的句子",
  },
  help: {
    more: [
      "- `/privacy` 说明保存了什么，并可按你的意愿忘掉。`/about` 说明我知道什么。`/settings` 供管理服务器的人使用。",
      "- 消息菜单里的**应用**：**就此询问 Footnote**、**查找类似的论文**。",
      "- 回答下方的 **👍** 和 **👎** 告诉运营者该改进什么。**在子区中继续**可以和大家一起接着聊。",
    ].join("\n"),
  },
};
