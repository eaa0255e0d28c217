//! The formats of sources.

use conference::{diagnostic::Message, message};

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// `schedule.json` of pretalx and frab.
    FrabJson,
    /// `schedule.xml` of pretalx and frab.
    FrabXml,
    /// Answers of pretalx's API.
    Pretalx,
    /// The view "All data" of Sessionize's API.
    Sessionize,
    /// One interview: a post of a blog in Markdown, HTML or Hatena's notation, a mail, a transcript.
    Interview,
    /// The export of a blog in the format of Movable Type.
    Blog,
}

impl SourceKind {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::FrabJson, Self::FrabXml, Self::Pretalx, Self::Sessionize, Self::Interview, Self::Blog];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::FrabJson => "schedule-json",
            Self::FrabXml => "schedule-xml",
            Self::Pretalx => "pretalx",
            Self::Sessionize => "sessionize",
            Self::Interview => "interview",
            Self::Blog => "blog",
        }
    }

    /// Its name in reports.
    pub fn named(self) -> Message {
        let title = self.title();
        match self {
            Self::FrabJson => message!("{title}", "pretalxまたはfrabのschedule.json"),
            Self::FrabXml => message!("{title}", "pretalxまたはfrabのschedule.xml"),
            Self::Pretalx => message!("{title}", "pretalxのAPIのデータ"),
            Self::Sessionize => message!("{title}", "Sessionizeの「All data」"),
            Self::Interview => message!("{title}", "インタビューのテキスト"),
            Self::Blog => message!("{title}", "ブログのエクスポート（Movable Type形式）"),
        }
    }

    /// Its name in the help of the command line.
    pub fn title(self) -> &'static str {
        match self {
            Self::FrabJson => "schedule.json of pretalx or frab",
            Self::FrabXml => "schedule.xml of pretalx or frab",
            Self::Pretalx => "data of pretalx's API",
            Self::Sessionize => "\"All data\" of Sessionize",
            Self::Interview => "text of an interview",
            Self::Blog => "export of a blog (Movable Type)",
        }
    }
}
