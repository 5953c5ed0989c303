import type { PanelWords } from "./panel-words.ts";

/** {@link PanelWords} in Japanese. */
export const ja: PanelWords = {
  feedback: {
    goodButton: "役に立った",
    badButton: "役に立たなかった",
    good: "ありがとうございます。高評価を記録しました。",
    bad: "ありがとうございます。低評価を記録しました。理由は運営者が読みます。",
    modal: {
      title: "何がよくありませんでしたか？",
      label: "理由",
      description: "任意です。運営者が質問と回答と一緒に読みます。",
    },
  },
  places: {
    askElsewhere: (channels) => `このサーバーでは ${channels} で質問にお答えします。`,
    continueButton: "スレッドで続ける",
    opened: (person) =>
      `このスレッドは ${person} への上の回答の続きです。どなたでも参加できます。質問を添えて私をメンションするか、` +
      "「続けて質問」を押してください。それ以外の言葉は、ここでは私に見えません。",
    isOpen: (thread) => `続きは ${thread} にあります。`,
    isClosed: (thread) => `スレッド ${thread} は閉じられています。スレッドを管理できる人が再び開けます。`,
    notHere: "スレッドを始められるのは、サーバーのテキストチャンネルにある、全員に見える回答からだけです。",
    mayNotOpen:
      "ここではスレッドを作成できません。「公開スレッドの作成」と「スレッドでメッセージを送信」の権限が必要です。",
  },
  messages: {
    about: "Footnote に質問",
    similar: "似た論文を探す",
    noText: "このメッセージには、私に読める文章がありません。",
  },
  cut: "残りはここに表示できません。サーバーに追加されていないアプリが送れるメッセージの数を、Discord が制限しているためです。",
  settings: {
    heading: "このサーバーの設定",
    channels: "メンションに答えるチャンネルです。コマンドは許可された場所ならどこでも使えます。",
    channelsPlaceholder: "すべてのチャンネル",
    isPrivate: (isOn) => `既定で非公開：${isOn ? "オン" : "オフ"}`,
    usesThreads: (isOn) => `スレッドで回答：${isOn ? "オン" : "オフ"}`,
    explain:
      "**既定で非公開**：指定がなければ、/ask の回答は質問した人だけに表示されます。**スレッドで回答**：メンションされると" +
      "スレッドを作成し、その中で答えます。",
    limits: "1時間あたりの回答数です（1人あたり、サーバー全体）。",
    perPerson: (limit) => (limit === 0 ? "1人：制限なし" : `1人：1時間に${limit}件`),
    perServer: (limit) => (limit === 0 ? "サーバー：制限なし" : `サーバー：1時間に${limit}件`),
    saved: "保存しました。",
    mayNot: "設定を変更できるのは、このサーバーを管理できる人だけです。",
    onlyInServers: "設定は、私が追加されたサーバーごとのものです。ここにはありません。",
  },
  privacy: {
    heading: "プライバシー",
    kept: "保存するもの：質問と回答、それらが属する会話、評価、そしてあなたとチャンネルとサーバーの ID です。",
    days: (days) =>
      days === 0 ? "保存期間：再起動すると何も残りません。" : `保存期間：${days}日です。その後は削除します。`,
    model: (host) => `質問の送り先：${host} の言語モデルに、論文の文と一緒に送ります。`,
    noModel: "質問の送り先：ありません。言語モデルは使わず、回答のほかには何も外へ出ません。",
    forgetButton: "私の記録を消す",
    ask: "あなたの質問とその回答、会話、評価を削除します。元には戻せません。Discord のメッセージは、あなたが削除するまで残ります。",
    confirmButton: "はい、消してください",
    forgotten: (count) =>
      count === 0
        ? "完了しました。保存されているものはありませんでした。"
        : `完了しました。${count}件の回答と関連するすべてを削除しました。`,
  },
  about: {
    heading: "Footnote について",
    papers: (papers) => `論文：${papers}件`,
    newest: (title, day) => `最も新しい論文：${title}（${day}）`,
    indexed: (day) => `索引の作成日：${day}`,
    embedding: (model) => `埋め込みモデル：${model}`,
    ownEmbedding: "埋め込みモデル：この論文集に合わせたもの",
    chat: (model) => `言語モデル：${model}`,
    noChat: "言語モデル：なし（回答は論文の文そのものです）",
  },
  help: {
    more: [
      "- `/privacy` は保存するものを説明し、ご希望なら消します。`/about` は私が知っているものを示します。`/settings` はサーバーを管理する人のためのものです。",
      "- メッセージのメニューの**アプリ**：**Footnote に質問**、**似た論文を探す**。",
      "- 回答の下の **👍** と **👎** は、直すべき点を運営者に伝えます。**スレッドで続ける**と、みんなで続けられます。",
    ].join("\n"),
  },
};
