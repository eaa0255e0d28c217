//! The words of feeds.

use super::Messages;

methods! {
    feeds: "フィード", "Feeds";
    subscribe: "フィードで新着を受け取る", "Follow by feed";
    everything: "すべての新着", "Everything new";
    series: "シリーズ", "Series";
    feeds_help: "フィードは、新しい記事をまとめたファイルです。フィードリーダーに登録すると、インタビュー、お知らせ、プログラムの変更が公開されるたびに届きます。このサイトへの登録やメールアドレスは必要ありません。",
        "A feed is a file that lists the new texts of this site. A feed reader fetches it again and again, and shows new interviews, news and changes to the programme. It needs no account here and no e-mail address.";
    feeds_how: "アドレスをコピーし、リーダーのフィードを追加する画面に貼り付けてください。多くのリーダーは、ページのアドレスからもフィードを見つけます。",
        "Copy an address, and paste it where the reader adds a feed. Most readers find the feed from the address of a page, too.";
    feed_formats: "Atom、RSS、JSON Feedの内容は同じです。迷ったときはAtomをお使いください。",
        "Atom, RSS and JSON Feed have the same entries. If in doubt, take Atom.";
    feed_in_browser: "フィードをブラウザーで開くと、アプリ向けのテキストがそのまま表示されます。フィードの表示に対応しているブラウザーがほとんどないためです。",
        "A browser shows a feed as the text that programs read: hardly any browser displays feeds.";
    feed_readers: "フィードを読めるアプリ", "Programs that read feeds";
    feeds_without_address: "フィードはありません。サイトのアドレスが設定されていません（--base-url）。",
        "There are no feeds, because the site does not know its address (--base-url).";
}

impl Messages {
    /// "フィードには、新しい順に50件まで全文が入っています。…" / "A feed has up to 50 entries with their whole text. …"
    pub(crate) fn feed_length(&self, most: usize) -> String {
        if self.japanese {
            format!(
                "フィードには、新しい順に{most}件まで全文が入っています。それより前の記事は、このサイトで読めます。"
            )
        } else {
            format!(
                "A feed has up to {most} entries with their whole text, the newest first. Older ones stay on this site."
            )
        }
    }
}
