//! Examples of commands, for their help and the manual. A test runs every line of a command.

pub(super) const PROGRAM: &str = "\
Examples:
  serverlessconf serve --watch             preview the conference in this folder
  serverlessconf serve --watch my-event    preview another one
  serverlessconf check my-event            find what is wrong with its files
  serverlessconf export site               write the site for a static host
  serverlessconf new event my-event        start a conference
  serverlessconf new interview             start an interview
  serverlessconf import schedule.json      take over a schedule
  serverlessconf import interview.txt      take over an interview that is written already
  serverlessconf release                   tell attendees what has changed";

pub(super) const SERVE: &str = "\
Examples:
  serverlessconf serve --watch my-event
      preview the conference in my-event: http://127.0.0.1:3000/ follows every change
  serverlessconf serve my-event --addr 127.0.0.1:3001
      as visitors see it, beside a preview
  serverlessconf serve my-event --at 2016-10-01T10:30
      as visitors will see it at that moment of the event
  serverlessconf serve my-event --addr 0.0.0.0:8080 --base-url https://example.org
      for a proxy in front of it

Options that stay the same can stand in serverlessconf.toml in the content folder, by the
names that they have here.";

pub(super) const EXPORT: &str = "\
Examples:
  serverlessconf export site --base-url https://example.org
      write the conference in this folder into site/, for any static host
  serverlessconf export site --base-url https://example.org --base-path /2016/
      for a folder of a host that it shares with others
  serverlessconf export site --content my-event
      write another one";

pub(super) const CHECK: &str = "\
Examples:
  serverlessconf check                              the conference in this folder
  serverlessconf check my-event --lang en           another one, in English
  serverlessconf check --deny warnings              fail on warnings, too
  serverlessconf check --external                   ask other sites whether links to them are right
  serverlessconf check --format github              show problems at their lines of a pull request
  serverlessconf check --format sarif > check.sarif for code scanning";

pub(super) const FMT: &str = "\
Examples:
  serverlessconf fmt                       bring the files in this folder into their usual form
  serverlessconf fmt --check my-event      only say which files of another one are not in it";

pub(super) const NEW: &str = "\
Examples:
  serverlessconf new event my-event        start a conference in a folder of its own
  serverlessconf new interview             start an interview in the conference in this folder
  serverlessconf new speaker --content my-event
      start a person in another one";

pub(super) const NEW_INTERVIEW: &str = "\
Examples:
  serverlessconf new interview
      asks on a terminal: the speaker and the session are chosen with the arrow keys
  serverlessconf new interview --speaker taro --session first
      about a session, without a question where nobody answers
  serverlessconf new interview --speaker jiro --speaker-name \"Jiro Sato\"
      makes the speaker as well
  serverlessconf new interview --speaker taro --series beginnings
      starts with the questions of interviews/series/beginnings.md";

pub(super) const NEW_SERIES: &str = "\
Examples:
  serverlessconf new series beginnings --name \"How they began\"
      writes interviews/series/beginnings.md, with room for the questions to everybody";

pub(super) const NEW_NEWS: &str = "\
Examples:
  serverlessconf new news --title \"The first week\" --tag serverless --tag aws
      writes news/the-first-week.md
  serverlessconf new news week-2 --title \"The second week\" --published \"2016-10-08 09:00\"
      appears at that minute, when it is a draft no more";

pub(super) const NEW_SESSION: &str = "\
Examples:
  serverlessconf new session
      asks on a terminal; speakers are chosen with the arrow keys and space
  serverlessconf new session first --title Why --speaker taro --start \"2016-10-01 10:30\"
      writes program/sessions/first.md
  serverlessconf new session first --speaker jiro --speaker-name \"Jiro Sato\"
      makes the speaker as well, and asks for the rest";

pub(super) const NEW_SPEAKER: &str = "\
Examples:
  serverlessconf new speaker
      asks on a terminal
  serverlessconf new speaker taro --name \"Taro Yamada\" --organization \"Example Ltd.\"
      writes program/speakers/taro.md";

pub(super) const NEW_EVENT: &str = "\
Examples:
  serverlessconf new event my-event
      asks on a terminal
  serverlessconf new event my-event --name Example --day 2016-10-01 --timezone UTC
      writes a whole content folder, my-event";

pub(super) const RELEASE: &str = "\
Examples:
  serverlessconf release
      shows what changed since the last release, and asks for a message and whether to record it
  serverlessconf release my-event --yes --message \"ja=会場を変更しました\" --message \"en=A new room\"
      records it without a question

Changes are recorded in program/releases.yaml. The page /changes, the cards of sessions and the
calendars of attendees show them.";

pub(super) const COMPLETIONS: &str = "\
Examples:
  serverlessconf completions bash > ~/.local/share/bash-completion/completions/serverlessconf
  serverlessconf completions fish > ~/.config/fish/completions/serverlessconf.fish
  serverlessconf completions zsh > _serverlessconf
      then move it into a folder of $fpath";

pub(super) const MAN: &str = "\
Examples:
  serverlessconf man | man -l -            read it
  serverlessconf man > serverlessconf.1    for a package";
