const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** {@link PanelWords} in English. */
export const en = {
  feedback: {
    goodButton: "Helpful",
    badButton: "Not helpful",
    good: "Thank you. Your thumbs up is noted.",
    bad: "Thank you. Your thumbs down is noted; the owner reads why.",
    modal: {
      title: "What was wrong?",
      label: "Your reason",
      description: "If you like. The owner of this bot reads it, together with the question and the answer.",
    },
  },
  places: {
    askElsewhere: (channels: string): string => `In this server I answer questions in ${channels}.`,
    continueButton: "Continue in a thread",
    opened: (person: string): string =>
      `This thread goes on from the answer above, which ${person} got. Everybody may join in: mention me with your ` +
      "question, or press “Ask a follow-up”. Discord shows me no other words here.",
    isOpen: (thread: string): string => `It goes on in ${thread}.`,
    isClosed: (thread: string): string =>
      `Its thread ${thread} is closed. Whoever manages threads here can open it again.`,
    notHere: "A thread can begin only with an answer that everybody sees, in a text channel of a server.",
    mayNotOpen:
      "I may not open a thread here. That takes the permissions “Create Public Threads” and “Send Messages in Threads”.",
  },
  messages: {
    about: "Ask Footnote about this",
    similar: "Find papers like this",
    noText: "This message has no text that I could read.",
  },
  cut: "The rest does not fit here: Discord allows only a few messages to an app that was not added to the server.",
  settings: {
    heading: "Settings of this server",
    channels: "Where I answer mentions. Commands work everywhere they are allowed.",
    channelsPlaceholder: "All channels",
    someGone: "Some of the channels chosen here are deleted: they no longer count.",
    allGone: "All channels chosen here are deleted: I answer mentions in every channel.",
    isPrivate: (isOn: boolean): string => `Private by default: ${isOn ? "on" : "off"}`,
    usesThreads: (isOn: boolean): string => `Answers in threads: ${isOn ? "on" : "off"}`,
    explain:
      "**Private by default**: /ask shows its answer only to whoever asks, unless they say otherwise. **Answers in threads**: " +
      "a mention opens a thread and is answered in it.",
    limits: "Answers an hour, for one person and for the whole server.",
    perPerson: (limit: number): string =>
      limit === 0 ? "One person: no limit" : `One person: ${counted(limit, "answer")} an hour`,
    perServer: (limit: number): string =>
      limit === 0 ? "The server: no limit" : `The server: ${counted(limit, "answer")} an hour`,
    saved: "Saved.",
    mayNot: "Only whoever may manage this server can change its settings.",
    onlyInServers: "Settings belong to a server that I was added to. There is none here.",
  },
  privacy: {
    heading: "Privacy",
    kept: "What is kept: your questions and my answers, the conversation they belong to, your feedback, and the ids of you, the channel and the server.",
    days: (days: number): string =>
      days === 0
        ? "For how long: until a restart, a day at most. Only that you asked something, and when, is kept for two days, for the limits."
        : `For how long: ${counted(days, "day")}; then it is deleted.`,
    modelAnswers: (days: number): string =>
      `To save cost, the wording of a model’s answers is also kept for up to ${counted(days, "day")}, without name and question: “Forget me” does not find it.`,
    model: (host: string): string =>
      `Where questions go: to the language model at ${host}, together with sentences from the papers.`,
    noModel: "Where questions go: nowhere. No language model takes part, and nothing leaves this bot but its answers.",
    forgetButton: "Forget me",
    ask: "This deletes your questions, their answers, your conversations and your feedback. It cannot be undone. Messages in Discord stay until you delete them.",
    confirmButton: "Yes, forget me",
    forgotten: (answers: number): string =>
      answers === 0
        ? "Done. Nothing of you was kept."
        : `Done. ${counted(answers, "answer")} and all that belongs to them are deleted.`,
  },
  about: {
    heading: "About Footnote",
    papers: (papers: number): string => `Papers: ${papers}`,
    newest: (title: string, day: string): string => `Newest paper: ${title} (${day})`,
    indexed: (day: string): string => `Index of: ${day}`,
    embedding: (model: string): string => `Embedding model: ${model}`,
    ownEmbedding: "Embedding model: fitted on these papers",
    chat: (model: string): string => `Language model: ${model}`,
    noChat: "Language model: none; answers are the papers’ own sentences",
  },
  help: {
    more: [
      "- `/privacy` says what is kept, and forgets it if you wish. `/about` says what I know. `/settings` is for whoever manages the server.",
      "- **Apps** in the menu of a message: **Ask Footnote about this**, **Find papers like this**.",
      "- **👍** and **👎** under an answer tell its owner what to mend. **Continue in a thread** goes on with everybody.",
    ].join("\n"),
  },
};
