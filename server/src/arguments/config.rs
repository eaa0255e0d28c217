//! `serverlessconf.toml`: options of the command line that are the same for every call.
//!
//! The command line wins over the environment, and the environment wins over the file. A value of the file becomes the
//! default of its option, so that it is read, checked and explained like one.

use std::{collections::BTreeMap, ffi::OsString, fmt::Write as _, fs, ops::Range, path::PathBuf};

use anyhow::Context as _;
use clap::{Arg, ArgAction, ArgMatches, Command, CommandFactory as _, FromArgMatches as _, parser::ValueSource};
use conference::{
    diagnostic::{Message, Problem, Severity, Style, render},
    message,
};
use serde::Deserialize as _;
use toml::{Spanned, Value};

use super::command::Arguments;
use crate::locale::report_language;

/// The name of the file in a content folder.
const NAME: &str = "serverlessconf.toml";

/// The commands whose options the file may hold.
const COMMANDS: [&str; 2] = ["serve", "export"];

/// Options that only make sense for one call.
const NOT_IN_THE_FILE: [&str; 7] = ["config", "print-config", "content", "folder", "force", "help", "watch"];

/// The task of the program.
#[derive(Debug)]
pub enum Asked {
    /// A command.
    Run(Box<Arguments>),
    /// The options in force, as a file.
    Print(String),
}

/// The values of the file in the form of the command line, by the names of their options. A repeatable option may have
/// several.
type Entries = BTreeMap<String, Vec<String>>;

/// Reads the command line, the environment and the file. A command line that cannot be read ends the program with an
/// explanation, as help does.
///
/// # Errors
/// If the file cannot be read or holds something other than options. Names every mistake with its place.
pub fn read(arguments: impl IntoIterator<Item = OsString>) -> anyhow::Result<Asked> {
    let mut arguments: Vec<_> = arguments.into_iter().collect();
    // Without a command the site is served.
    if arguments.len() < 2 {
        arguments = vec!["serverlessconf".into(), "serve".into()];
    }
    let command = Arguments::command();
    let matches = command.clone().get_matches_from(&arguments);
    let Some((name, options)) = matches.subcommand().filter(|(name, _)| COMMANDS.contains(name)) else {
        return Ok(Asked::Run(Box::new(Arguments::from_arg_matches(&matches)?)));
    };
    let Some(file) = file(options) else {
        return asked(&command, name, &matches, &Entries::new(), "");
    };
    let path = file.display().to_string();
    let text = fs::read_to_string(&file).with_context(|| format!("{path} cannot be read"))?;
    let entries = entries(&command, &text).map_err(|problems| {
        let reports: Vec<_> = problems
            .into_iter()
            .map(|problem| render(&problem.locate(&path, &text), Style::Plain, report_language()))
            .collect();
        anyhow::anyhow!("{path} is not as it should be\n\n{}", reports.join("\n"))
    })?;
    let command = command.mut_subcommand(name, |command| {
        entries.iter().fold(command, |command, (key, values)| match option(&command, key) {
            Some(arg) => {
                let id = arg.get_id().clone();
                command.mut_arg(id, |arg| arg.default_values(values))
            }
            None => command,
        })
    });
    let matches = command.clone().get_matches_from(&arguments);
    asked(&command, name, &matches, &entries, &path)
}

/// The file that the command line names, or the one in the content folder.
fn file(options: &ArgMatches) -> Option<PathBuf> {
    if let Some(file) = options.get_one::<PathBuf>("config") {
        return Some(file.clone());
    }
    let folder = options.try_get_one::<PathBuf>("folder").ok().flatten();
    let folder = folder.or_else(|| options.get_one::<PathBuf>("content"))?;
    Some(folder.join(NAME)).filter(|file| file.is_file())
}

fn asked(command: &Command, name: &str, matches: &ArgMatches, entries: &Entries, path: &str) -> anyhow::Result<Asked> {
    let options = matches.subcommand_matches(name).context("the command is there")?;
    if !options.get_flag("print_config") {
        return Ok(Asked::Run(Box::new(Arguments::from_arg_matches(matches)?)));
    }
    let mut text = format!("# What `serverlessconf {name}` works with; each value with where it comes from.\n");
    let command = command.find_subcommand(name).context("the command is there")?;
    for arg in command.get_arguments() {
        let Some(key) = arg.get_long().filter(|key| !NOT_IN_THE_FILE.contains(key)) else { continue };
        let id = arg.get_id().as_str();
        let raw = options.get_raw(id).map(|values| values.map(|value| value.to_string_lossy().into_owned()).collect());
        let values: Vec<String> = raw.unwrap_or_default();
        let source = match options.value_source(id) {
            Some(ValueSource::CommandLine) => "the command line".to_owned(),
            Some(ValueSource::EnvVariable) => arg.get_env().unwrap_or_default().to_string_lossy().into_owned(),
            _ if entries.contains_key(key) => path.to_owned(),
            _ => "default".to_owned(),
        };
        match (values.as_slice(), is_list(arg)) {
            ([], _) => _ = writeln!(text, "# {key} is not set"),
            (values, true) => {
                let values: Vec<_> = values.iter().map(|value| written(value)).collect();
                _ = writeln!(text, "{key} = [{}] # {source}", values.join(", "));
            }
            ([value, ..], false) => _ = writeln!(text, "{key} = {} # {source}", written(value)),
        }
    }
    Ok(Asked::Print(text))
}

/// A value in TOML.
fn written(value: &str) -> String {
    match value.parse::<i64>().is_ok() || matches!(value, "true" | "false") {
        true => value.to_owned(),
        false => Value::from(value).to_string(),
    }
}

fn is_list(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Append)
}

/// The option of a command by its name on the command line.
fn option<'c>(command: &'c Command, key: &str) -> Option<&'c Arg> {
    command.get_arguments().find(|arg| arg.get_long() == Some(key) && !NOT_IN_THE_FILE.contains(&key))
}

/// Reads the file, and collects every mistake in it.
fn entries(command: &Command, text: &str) -> Result<Entries, Vec<Problem>> {
    let deserializer = match toml::Deserializer::parse(text) {
        Ok(deserializer) => deserializer,
        Err(error) => return Err(vec![unreadable(&error)]),
    };
    let table = match BTreeMap::<Spanned<String>, Spanned<Value>>::deserialize(deserializer) {
        Ok(table) => table,
        Err(error) => return Err(vec![unreadable(&error)]),
    };
    let mut entries = Entries::new();
    let mut problems = Vec::new();
    for (key, value) in table {
        let known = COMMANDS.iter().filter_map(|name| command.find_subcommand(name));
        let known = known.filter(|command| option(command, key.get_ref()).is_some());
        let Some(command) = known.clone().next() else {
            problems.push(unknown(command, &key));
            continue;
        };
        match values(command, key.get_ref(), value.get_ref()) {
            Ok(values) => _ = entries.insert(key.into_inner(), values),
            Err(message) => {
                let help = message!("see `serverlessconf serve --help`", "`serverlessconf serve --help`を見てください");
                problems.push(problem("wrong-value", value.span(), message, help));
            }
        }
    }
    if problems.is_empty() { Ok(entries) } else { Err(problems) }
}

fn problem(code: &'static str, span: Range<usize>, message: Message, help: Message) -> Problem {
    Problem { severity: Severity::Error, code, span, message, help }
}

fn unreadable(error: &toml::de::Error) -> Problem {
    let reason = error.message();
    let message = message!("{reason}", "TOMLとして読めません（{reason}）");
    let help = message!(
        "write `name = value`, one on each line; texts stand in quotes",
        "1行に1つずつ`名前 = 値`と書いてください。文字列は引用符で囲みます"
    );
    problem("toml", error.span().unwrap_or(0..0), message, help)
}

fn unknown(command: &Command, key: &Spanned<String>) -> Problem {
    let name = key.get_ref();
    let all = COMMANDS.iter().filter_map(|name| command.find_subcommand(name)).flat_map(Command::get_arguments);
    let all = all.filter_map(Arg::get_long).filter(|known| !NOT_IN_THE_FILE.contains(known));
    let nearest = all.map(|known| (strsim::osa_distance(known, name), known)).min();
    let help = match nearest.filter(|(distance, known)| *distance <= 2.max(known.len() / 3)) {
        Some((_, known)) => message!("did you mean `{known}`?", "`{known}`のことですか？"),
        None => message!(
            "`serverlessconf serve --print-config` lists what there is",
            "使える名前は`serverlessconf serve --print-config`で一覧できます"
        ),
    };
    let message = message!("there is no option `{name}` in this file", "このファイルに`{name}`という設定はありません");
    problem("unknown-option", key.span(), message, help)
}

/// The values in the form of the command line, with the same checks.
fn values(command: &Command, key: &str, value: &Value) -> Result<Vec<String>, Message> {
    let arg = option(command, key).ok_or_else(|| message!("`{key}` is no option", "`{key}`という設定はありません"))?;
    let one = |value: &Value| match value {
        Value::String(text) => Ok(text.clone()),
        Value::Integer(number) => Ok(number.to_string()),
        Value::Datetime(moment) => Ok(moment.to_string()),
        Value::Boolean(flag) => Ok(flag.to_string()),
        value => {
            let kind = value.type_str();
            Err(message!("`{key}` takes no {kind}", "`{key}`には{kind}を書けません"))
        }
    };
    let values = match value {
        Value::Array(values) if is_list(arg) => values.iter().map(one).collect::<Result<Vec<_>, _>>()?,
        value => vec![one(value)?],
    };
    if !arg.get_action().takes_values() {
        let is_flag = matches!(value, Value::Boolean(_));
        let wrong = || message!("`{key}` is `true` or `false`", "`{key}`には`true`か`false`を書きます");
        return if is_flag { Ok(values) } else { Err(wrong()) };
    }
    let mut line = vec![command.get_name().to_owned()];
    line.extend(values.iter().map(|value| format!("--{key}={value}")));
    if let Some(name) = command.get_positionals().find(|arg| arg.is_required_set()) {
        line.push(name.get_id().to_string());
    }
    match command.clone().try_get_matches_from(line) {
        Ok(_) => Ok(values),
        Err(error) => {
            let text = error.to_string();
            let first = text.lines().next().unwrap_or_default();
            let reason = first.strip_prefix("error: ").unwrap_or(first);
            Err(message!("{reason}", "値が正しくありません（{reason}）"))
        }
    }
}
