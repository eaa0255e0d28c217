//! The options of `serverlessconf import`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use conference::Slug;
use import::SourceKind;

use super::lang::Lang;

const EXAMPLES: &str = "\
Examples:
  serverlessconf import schedule.json --into my-event
      a schedule.json or schedule.xml, which pretalx and frab publish
  serverlessconf import all.json --into my-event --timezone Asia/Tokyo
      \"All data\" of Sessionize (…/view/All), which does not say its time zone
  cat event.json submissions.json rooms.json | serverlessconf import - --dry-run
      answers of pretalx's API, one after another
  serverlessconf import interview.txt --into my-event
      an interview as text: a post of a blog, Hatena's notation, a mail with Q: and A:, a transcript
  serverlessconf import interview.txt --into my-event --speaker \"Hana Example\"
      an interview whose text does not name the interviewee; the next import remembers the name
  serverlessconf import export.txt --into my-event --category Serverless
      the posts of one category of a blog, from its export (Movable Type, Hatena Blog)
  curl --fail --location --output schedule.json https://talks.example.org/my-event/schedule.json
      this program makes no requests: download first

What is a guess is marked in the files with a comment, `# check: …`, and listed at the end. Run it
again when the source has changed: what you edited is kept. What was written last is remembered in
.serverlessconf/; keep it with the files.";

/// The options of `import`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Import {
    /// The file to take over; `-` reads standard input
    #[arg(value_name = "SOURCE")]
    pub source: PathBuf,
    /// The folder with program/ and interviews/, which may be empty
    #[arg(long, value_name = "DIR", env = "SERVERLESSCONF_CONTENT", default_value = ".")]
    pub into: PathBuf,
    /// Writes nothing; shows what would change
    #[arg(long)]
    pub dry_run: bool,
    /// What the source is; found in it where it is not said
    #[arg(long, value_enum)]
    pub format: Option<ImportFormat>,
    /// The time zone of the event where the source does not name it, such as Asia/Tokyo
    #[arg(long, value_name = "ZONE")]
    pub timezone: Option<String>,
    /// The name that the interview of a text gets in URLs
    #[arg(long, value_name = "NAME", value_parser = slug)]
    pub slug: Option<Slug>,
    /// The interviewee of a text: the name of a file in program/speakers/, or a person's name. May be repeated, in the
    /// order of the profiles in the text
    #[arg(long, value_name = "SPEAKER")]
    pub speaker: Vec<String>,
    /// Of a blog, takes over the entries of this category only; may be repeated
    #[arg(long, value_name = "NAME")]
    pub category: Vec<String>,
    /// The language of the report; that of LC_ALL, LC_MESSAGES or LANG where it is not said
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
}

fn slug(text: &str) -> Result<Slug, String> {
    let slug = Slug::parse(text).filter(|slug| !matches!(slug.as_str(), "index" | "readme"));
    slug.ok_or_else(|| "use a–z, 0–9 and hyphens, such as allan-espinosa".to_owned())
}

/// A format that can be read, by its name on the command line.
#[derive(Clone, Copy, Debug)]
pub struct ImportFormat(pub SourceKind);

impl ValueEnum for ImportFormat {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [ImportFormat; SourceKind::ALL.len()] = {
            let mut all = [ImportFormat(SourceKind::ALL[0]); SourceKind::ALL.len()];
            let mut place = 0;
            while place < all.len() {
                all[place] = ImportFormat(SourceKind::ALL[place]);
                place += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.name()).help(self.0.title()))
    }
}
