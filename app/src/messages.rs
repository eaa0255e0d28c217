//! The words of the interface, in Japanese and in English.

/// Adds a method for each of the words of a theme: its name, the Japanese, the English.
macro_rules! methods {
    ($($name:ident: $japanese:literal, $english:literal;)+) => {
        impl Messages {
            $(pub(crate) fn $name(&self) -> &'static str {
                if self.japanese { $japanese } else { $english }
            })+
        }
    };
}

mod feeds;
mod names;
mod plan;
mod programme;
mod questions;
mod search;
mod sentences;

use conference::Language;

/// A table of words: the name of each, the Japanese, the English.
macro_rules! words {
    ($($name:ident: $japanese:literal, $english:literal;)+) => {
        /// Every word of the pages in one language.
        pub(crate) struct Messages {
            $(pub(crate) $name: &'static str,)+
            japanese: bool,
        }

        const JAPANESE: Messages = Messages { $($name: $japanese,)+ japanese: true };
        const ENGLISH: Messages = Messages { $($name: $english,)+ japanese: false };
    };
}

words! {
    home: "ホーム", "Home";
    schedule: "スケジュール", "Schedule";
    speakers: "登壇者", "Speakers";
    interviews: "インタビュー", "Interviews";
    news: "お知らせ", "News";
    about: "開催概要", "About";
    skip_to_content: "本文へ移動", "Skip to content";
    main_navigation: "メインメニュー", "Site";
    languages: "言語", "Languages";
    sponsors: "スポンサー", "Sponsors";
    organizer: "主催", "Organiser";
    official_site: "公式サイト", "Official site";
    venue: "会場", "Venue";
    address: "住所", "Address";
    access: "アクセス", "Getting there";
    map: "地図で見る", "Show on a map";
    when: "日程", "When";
    first_sessions: "最初のセッション", "First sessions";
    now_running: "開催中", "On now";
    next_sessions: "このあとのセッション", "Up next";
    newest_interviews: "新着インタビュー", "Newest interviews";
    newest_news: "最新のお知らせ", "Latest news";
    whole_schedule: "スケジュール全体を見る", "See the whole schedule";
    all_interviews: "インタビューの一覧", "All interviews";
    all_news: "お知らせの一覧", "All news";
    all_tags: "タグの一覧", "All tags";
    event_is_over: "このイベントは終了しました。プログラムとインタビューは引き続きご覧いただけます。", "This event is over. Its programme and interviews stay here to read.";
    interview: "インタビュー", "Interview";
    with_interview: "インタビューあり", "With an interview";
    canceled: "中止", "Canceled";
    jump_to_now: "現在の時刻へ移動", "Jump to now";
    gone: "このページは公開を終了しました", "This page was withdrawn";
    draft: "下書き", "Draft";
    not_yet_public: "公開前", "Not published yet";
    moderator: "モデレーター", "Moderator";
    room: "ルーム", "Room";
    track: "トラック", "Track";
    language: "言語", "Language";
    level: "レベル", "Level";
    format: "形式", "Format";
    day: "開催日", "Day";
    tag: "タグ", "Tag";
    speaker: "登壇者", "Speaker";
    tags: "タグ", "Tags";
    tag_in_schedule: "スケジュールをこのタグで絞り込む", "Filter the schedule by this tag";
    parallel: "同じ時間帯のセッション", "At the same time";
    previous: "前のセッション", "Before";
    next: "次のセッション", "After";
    neighbours: "前後のセッション", "Before and after";
    back_to_schedule: "スケジュールで見る", "Find it in the schedule";
    sessions: "セッション", "Sessions";
    questions: "質問", "Questions";
    profile: "プロフィール", "Profile";
    interviewer: "聞き手", "Interviewer";
    author: "筆者", "By";
    updated: "更新日", "Updated";
    source: "出典", "Source";
    licence: "ライセンス", "Licence";
    photo: "写真", "Photo";
    about_session: "このセッションについて", "About the session";
    links: "リンク", "Links";
    previous_in_series: "前のインタビュー", "Previous interview";
    next_in_series: "次のインタビュー", "Next interview";
    older_article: "前の記事", "Older";
    newer_article: "次の記事", "Newer";
    no_interviews: "インタビューはまだありません。", "There are no interviews yet.";
    no_news: "お知らせはまだありません。", "There is no news yet.";
    no_tags: "タグはまだありません。", "There are no tags yet.";
    no_sessions: "セッションはまだありません。", "There are no sessions yet.";
    search: "題名、登壇者、所属、タグ、概要から検索", "Search titles, speakers, organisations, tags and abstracts";
    search_hint: "題名、登壇者…", "Title, speaker …";
    more_filters: "詳しい条件", "More filters";
    apply: "絞り込む", "Filter";
    any: "すべて", "Any";
    active_filters: "適用中の条件", "Active filters";
    clear: "すべての条件を解除", "Clear all filters";
    no_match: "条件に合うセッションはありません。", "No session matches.";
    no_match_help: "条件をひとつ外すか、すべて解除してください。", "Remove one of the filters, or clear them all.";
    not_found: "ページが見つかりません", "Page not found";
    not_found_help: "アドレスが変わったか、入力に誤りがある可能性があります。次のページからお探しください。",
        "The address has changed or has a typing mistake in it. You can continue from these pages.";
    did_you_mean: "お探しのページはこちらですか？", "Did you mean one of these?";
    gone_help: "次のページから、ほかの内容をお探しください。", "You can continue from these pages.";
    bad_request: "リクエストを処理できません", "The request could not be understood";
    bad_request_help: "アドレスに誤りがある可能性があります。次のページからお探しください。",
        "There is a mistake in the address. You can continue from these pages.";
    method_not_allowed: "この操作はできません", "This cannot be done here";
    method_not_allowed_help: "このサイトは閲覧専用です。次のページをご覧ください。",
        "This site can be read, and nothing else. You can continue from these pages.";
    server_error: "ページを表示できません", "This page cannot be shown";
    server_error_help: "サイトで問題が発生しました。しばらくしてから、もう一度お試しください。",
        "The fault is with this site. Please wait a little and try again.";
    unavailable: "ただいま混み合っています", "This site is busy at the moment";
    unavailable_help: "しばらくしてから、もう一度お試しください。", "Please wait a little and try again.";
    calendar: "自分のカレンダーに登録", "Add to my calendar";
    calendar_contents: "スケジュールに表示されているセッションが入ります。", "It contains the sessions that the schedule shows.";
    calendar_google: "Googleカレンダーで購読する", "Subscribe in Google Calendar";
    calendar_google_help: "Androidのスマートフォンやパソコンで使えます。変更は1日ほどで反映されます。",
        "For Android phones and computers. Changes arrive within about a day.";
    calendar_webcal: "iPhone、iPad、Mac、Outlookで購読する", "Subscribe on iPhone, iPad or Mac, or in Outlook";
    calendar_webcal_help: "カレンダーのアプリが開きます。変更は自動的に反映されます。",
        "The calendar app opens. Changes arrive automatically.";
    calendar_address: "購読用のアドレス", "Address for subscriptions";
    calendar_address_help: "ほかのアプリでは、このアドレスをコピーし、URLで追加する画面に貼り付けてください。",
        "For other apps: copy it, and paste it where the app adds a calendar by URL.";
    calendar_file: "ファイルをダウンロードする", "Download the file";
    calendar_file_help: "現在の内容だけを取り込みます。その後の変更は反映されません。",
        "It holds the present state. Later changes do not arrive.";
    changes: "プログラムの変更", "Changes to the programme";
    since_visit: "前回の訪問からの変更", "Changed since your last visit";
    last_release: "プログラムの最終更新", "Programme last updated";
    added: "追加", "New";
    moved: "時間・ルームの変更", "Moved";
    renamed: "題名の変更", "Renamed";
    other_speakers: "登壇者の変更", "Other speakers";
    restored: "中止の取り消し", "Takes place after all";
    withdrawn: "取り下げ", "Withdrawn";
    before_change: "変更前", "before";
    since_change: "変更後", "now";
    nobody: "未定", "nobody yet";
    now_page: "いまと次のセッション", "Now and next";
    for_everybody: "全体", "For everyone";
    no_more_sessions: "予定はすべて終了しました。", "There are no more sessions here.";
    no_more_sessions_today: "本日の予定は終了しました。", "There are no more sessions here today.";
    thanks: "ご参加ありがとうございました", "Thank you for coming";
    next_here: "このあと", "Next";
    session_details: "セッションの詳細", "About the session";
    screens: "ルームのスクリーン", "Screens for rooms";
    screens_help: "ルームの前のディスプレーで次のページのどれかを開き、F11キーで全画面にします。表示は時刻に合わせて自動的に切り替わり、通信が途切れても続きます。",
        "Open one of these pages on the display in front of a room, and press F11 for full screen. It follows the time by itself, also while the network is down.";
    screens_without_address: "QRコードは表示されません。サイトのアドレスが設定されていません（--base-url）。",
        "The screens have no QR codes, because the site does not know its address (--base-url).";
    session_withdrawn: "このセッションは取り下げられました。", "This session was withdrawn and will not take place.";
    plan: "マイプラン", "My plan";
    shared_plan: "共有されたプラン", "A shared plan";
    star: "プランに入れる", "Keep in my plan";
    make_plan: "自分のプランを作る", "Make a plan";
    starred: "プランのみ", "My plan only";
    storage_failed: "ブラウザーに保存できませんでした。空き容量とプライバシーの設定をご確認ください。",
        "The browser could not store it. Check its free space and its privacy settings.";
    storage_newer: "このプランは新しい版のサイトで保存されています。ページを再読み込みしてください。",
        "A newer version of this site stored the plan. Reload the page.";
    plan_empty: "まだセッションがありません。スケジュールで☆を押すと、ここに並びます。",
        "There are no sessions yet. Press ☆ in the schedule, and they appear here.";
    plan_unreachable: "セッションを読み込めませんでした。接続を確認して、ページを再読み込みしてください。スターは保存されています。",
        "The sessions could not be loaded. Check the connection, and reload the page. Your stars are stored.";
    plan_file_failed: "ファイルを作れませんでした。接続を確認して、もう一度お試しください。",
        "The file could not be made. Check the connection, and try again.";
    plan_private: "プランはこのブラウザーだけに保存され、共有するまでどこにも送られません。",
        "The plan is stored in this browser alone. Nothing is sent until you share it.";
    plan_needs_script: "JavaScriptを使わない場合は、セッションを選んで「プランを表示」を押し、そのページをブックマークしてください。",
        "Without JavaScript, choose sessions, press “Show the plan”, and bookmark that page.";
    choose_sessions: "セッションを選ぶ", "Choose sessions";
    change_choice: "セッションを選び直す", "Choose again";
    choose_help: "選んだセッションは、次のページのアドレスに入ります。ブックマークするか、だれかに送れます。",
        "The next page has the chosen sessions in its address, which can be bookmarked or sent to somebody.";
    show_plan: "プランを表示", "Show the plan";
    remove_from_plan: "外す", "Remove";
    plan_on_paper: "プランを印刷する", "The plan on paper";
    paper_list: "A4の一覧", "List on A4";
    paper_fold: "ポケットサイズの折り本", "Pocket fold";
    fold_help: "A4を横向き、余白なし、拡大縮小なしで印刷します。縦に半分、横に四つに折り、中央の2枚分の折り目に切り込みを入れて、本の形に折りたたみます。",
        "Print on A4 in landscape format, without margins and at 100 %. Fold it once lengthwise and in four crosswise, cut the middle fold over the two inner panels, and fold it into a booklet.";
    plan_compare: "自分のプランとの比較", "Beside my own plan";
    plan_both: "両方", "Both";
    plan_theirs: "共有されたプランのみ", "Only theirs";
    plan_mine: "自分のプランのみ", "Only mine";
    plan_take_over: "自分のプランに加える", "Add to my plan";
    plan_taken_over: "自分のプランに加えました。", "It was added to your plan.";
    owner_both: "両方のプラン", "In both plans";
    owner_theirs: "共有されたプラン", "In their plan";
    owner_mine: "自分のプラン", "In my plan";
    share_plan: "プランを共有・ほかの端末に送る", "Share the plan, or send it to another device";
    share_help: "アドレスにはセッションの短いコードが入っています。アドレスを開くとき、購読するとき、QRコードや印刷用のページを表示するときに、コードがこのサイトのサーバーに届きます。",
        "The address holds the short codes of the sessions. They reach the server of this site when somebody opens the address, with a subscription, with the QR code and with the page to print.";
    share_address: "プランのアドレス", "Address of the plan";
    share_copy: "コピー", "Copy";
    share_copied: "コピーしました", "Copied";
    share_qr: "プランのアドレスのQRコード", "QR code of the plan's address";
    show_qr: "QRコードを表示", "Show the QR code";
    share_qr_help: "ほかのスマートフォンのカメラで読み取れます。", "The camera of another phone reads it.";
    share_no_server: "このサイトはファイルだけで公開されているため、QRコードと購読は使えません。",
        "This site is published as files only, so there is no QR code and no subscription.";
    exports: "ほかのアプリやサイトで使う", "For other programs";
    exports_help: "スケジュールは、アプリやカレンダー、ほかのサイトで使える形式でも公開しています。スケジュールが変わっても、アドレスは同じです。",
        "The schedule is also published in formats for apps, calendars and other sites. Their addresses stay when the programme changes.";
    export_calendar: "カレンダー（iCalendar）", "Calendar (iCalendar)";
    export_calendar_help: "Googleカレンダー、Apple、Outlookなどで購読すると、変更が反映されます。",
        "Google Calendar, Apple and Outlook subscribe to it and follow the changes.";
    export_schedule_xml: "カンファレンスアプリ用のスケジュール（XML）", "Schedule for conference apps (XML)";
    export_schedule_xml_help: "GiggityやEventFahrplanなどのアプリが読み込みます。",
        "Apps such as Giggity and EventFahrplan read it.";
    export_schedule_json: "カンファレンスアプリ用のスケジュール（JSON）", "Schedule for conference apps (JSON)";
    export_schedule_json_help: "同じ内容のJSONです。", "The same as JSON.";
    export_conference_json: "開催情報、登壇者、インタビュー、お知らせ（JSON）", "The event, its speakers, interviews and news (JSON)";
    export_conference_json_help: "ページの内容を、ほかのサイトのスクリプトからも読み込めます。",
        "The content of the pages. Scripts of other sites may read it, too.";
    export_sessions_json: "セッション（JSON）", "Sessions (JSON)";
    export_sessions_json_help: "サーバーで公開されたサイトでは、スケジュールのページと同じ条件で絞り込めます（?format=talkなど）。",
        "From a server it takes the filter of the schedule page, such as ?format=talk.";
    export_json_schema: "JSON Schema", "JSON Schema";
    export_json_schema_help: "上のJSONの形式です。", "The form of the JSON above.";
    export_feeds_help: "新しいインタビューとお知らせ、プログラムの変更を、フィードリーダーで受け取れます（Atom、RSS、JSON Feed）。",
        "Feed readers follow new interviews, news and changes of the programme: Atom, RSS and JSON Feed.";
    export_text: "ターミナル用のテキスト", "Text for terminals";
    export_text_help: "80桁の表です。サーバーで公開されたサイトでは、curlでスケジュールのページを開いても表示され、?colorで色が付きます。",
        "Tables of 80 columns. From a server, curl shows them for the page of the schedule, too, and ?color adds colours.";
    export_now_text_help: "開催中とこのあとのセッションです。ファイルだけで公開されたサイトにはありません。",
        "The sessions that run and those that come next. A site that is published as files only does not have it.";
    export_sitemap: "サイトマップとrobots.txt", "Sitemap and robots.txt";
    export_sitemap_help: "検索エンジンは、これを使ってページを見つけます。", "Search engines find the pages by them.";
    export_schema: "ファイルの形式（JSON Schema）", "The form of the files (JSON Schema)";
    export_schema_help: "エディターは、これを使って入力の補完と確認ができます。",
        "With them, editors complete and check the files of the organisers.";
    for_apps: "アプリとカレンダー", "Apps and calendars";
    for_developers: "開発者向け", "For developers";
    for_sites: "ほかのサイト", "Other sites";
    embed: "ほかのサイトに埋め込む", "On another site";
    export_embed_help: "スケジュールをほかのサイトに表示するHTMLを作れます。", "HTML that shows the schedule on another site.";
    embed_static: "ファイルだけで公開されたサイトでは、絞り込みは使えず、すべてのセッションが表示されます。",
        "A site that is published as files only has no filter here, and its frame shows all sessions.";
    embed_help: "次のHTMLをページに貼り付けると、スケジュールが表示されます。閲覧者の情報は集めません。",
        "Paste this HTML into a page, and it shows the schedule. Nothing about its readers is collected.";
    embed_code: "埋め込み用のHTML", "HTML for the page";
    embed_fitted: "高さを内容に合わせるHTML（小さなスクリプトを使います）", "HTML with a small script that fits the height";
    embed_preview: "埋め込まれる内容を見る", "Look at the frame by itself";
    embed_without_address: "サイトのアドレスが設定されていないため、HTMLを作れません（--base-url）。",
        "There is no HTML, because the site does not know its address (--base-url).";
    other_language_body: "この文章はまだ翻訳されていません。", "This text has not been translated yet.";
    saved_unreachable: "サイトに接続できないため、{}現在のページを表示しています。", "The site cannot be reached. This page is as of {}.";
    saved_slow: "通信に時間がかかっているため、{}現在のページを表示しています。", "The connection is slow. This page is as of {}.";
    not_saved_title: "サイトに接続できません", "The site cannot be reached";
    not_saved: "このページは端末に保存されていません。", "This page is not saved on this device.";
}

impl Messages {
    /// The words for a language: Japanese, or English for every other.
    pub(crate) fn of(language: &Language) -> &'static Self {
        if language.as_str() == "ja" { &JAPANESE } else { &ENGLISH }
    }

    pub(crate) fn is_japanese(&self) -> bool {
        self.japanese
    }
}
