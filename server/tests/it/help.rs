//! What the program says of itself: help, completions and the manual.

use std::{collections::BTreeSet, fs};

use clap::{Command, CommandFactory as _, ValueEnum as _, error::ErrorKind};
use clap_complete::Shell;
use server::arguments::Arguments;

use crate::site::{program, repository};

/// Every command, with the words that name it.
fn commands() -> Vec<(Vec<String>, Command)> {
    fn collect(path: &[String], command: &Command, all: &mut Vec<(Vec<String>, Command)>) {
        for command in command.get_subcommands().filter(|command| command.get_name() != "help") {
            let path = [path, &[command.get_name().to_owned()]].concat();
            collect(&path, command, all);
            all.push((path, command.clone()));
        }
    }
    let mut all = Vec::new();
    let mut program = Arguments::command();
    program.build();
    collect(&[], &program, &mut all);
    all
}

/// The options of a command that help shows, by their names.
fn options(command: &Command) -> Vec<&str> {
    command.get_arguments().filter(|arg| !arg.is_hide_set()).filter_map(clap::Arg::get_long).collect()
}

fn print(arguments: &[&str]) -> String {
    let output = program().args(arguments).output().expect("the program runs");
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).expect("it prints text")
}

/// The words of a line as a shell takes them, up to a pipe, another file or a gap before an explanation.
fn words(line: &str) -> Vec<String> {
    let line = line.split("  ").next().unwrap_or_default();
    let mut words = Vec::new();
    for (place, part) in line.split('"').enumerate() {
        match place % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_owned)),
            _ => words.push(part.to_owned()),
        }
    }
    let end = words.iter().position(|word| matches!(word.as_str(), "|" | ">" | "#"));
    words.truncate(end.unwrap_or(words.len()));
    words
}

/// Tries to read a command as the program would.
fn assert_read(line: &str) {
    match Arguments::command().try_get_matches_from(words(line)) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {}
        Err(error) => panic!("{line}\n{error}"),
    }
}

/// The commands of this program in a text: after a prompt, at the beginning of a line or after a pipe.
fn commands_in(text: &str) -> Vec<&str> {
    let command = |line: &str| line.find("serverlessconf ").map(|place| (place, line.len()));
    let is_start = |before: &str| before.trim().is_empty() || before.ends_with("$ ") || before.ends_with("| ");
    let lines = text.lines().filter_map(|line| command(line).map(|(from, to)| (line, from, to)));
    lines.filter(|(line, from, _)| is_start(&line[..*from])).map(|(line, from, to)| &line[from..to]).collect()
}

#[test]
fn every_command_shows_examples_that_are_read() {
    for (path, mut command) in commands() {
        let help = command.render_long_help().to_string();
        let examples = help.split("\nExamples:\n").nth(1).unwrap_or_default().to_owned();
        let own = format!("serverlessconf {}", path.join(" "));
        assert!(examples.contains(&own), "{own} --help has no example:\n{help}");
        commands_in(&examples).into_iter().for_each(assert_read);
    }
    commands_in(&Arguments::command().render_long_help().to_string()).into_iter().skip(1).for_each(assert_read);
}

#[test]
fn help_says_first_what_the_program_is_for() {
    let help = print(&["--help"]);
    assert!(help.starts_with("Publishes a conference from Markdown files"), "{help}");
}

#[test]
fn the_commands_of_the_guides_are_read_and_the_same_in_both_languages() {
    let read = |path: &str| fs::read_to_string(repository().join(path)).expect("the guide is there");
    let fenced = |text: &str| {
        let blocks: Vec<_> = text.split("```").skip(1).step_by(2).map(str::to_owned).collect();
        blocks.join("\n")
    };
    let [english, japanese, readme] =
        ["docs/organisers.md", "docs/organisers.ja.md", "README.md"].map(|path| fenced(&read(path)));
    for text in [&english, &japanese, &readme] {
        let commands = commands_in(text);
        assert!(commands.len() > 8, "{commands:?}");
        commands.into_iter().for_each(assert_read);
    }
    assert_eq!(commands_in(&english), commands_in(&japanese));
}

#[test]
fn the_manual_names_every_command_with_its_options() {
    let manual = print(&["man"]).replace("\\-", "-");
    for (path, command) in commands() {
        let name = format!(".SS \"serverlessconf {}\"\n", path.join(" "));
        let section = manual.split(&name).nth(1).unwrap_or_else(|| panic!("there is no section {name}"));
        let section = section.split("\n.S").next().unwrap_or_default();
        assert!(section.contains("Examples:\n"), "{name} has no example:\n{section}");
        // A command of several has no options of its own.
        for option in options(&command).into_iter().filter(|_| !command.has_subcommands()) {
            assert!(section.contains(&format!("--{option}\\fR")), "{name} --{option}\n{section}");
        }
    }
    for arg in commands().iter().flat_map(|(_, command)| command.get_arguments()).filter(|arg| !arg.is_hide_set()) {
        let Some(variable) = arg.get_env() else { continue };
        assert!(manual.contains(&format!(".TP\n\\fB{}\\fR\n", variable.display())), "{variable:?}\n{manual}");
    }
    assert!(!manual.contains("serverlessconf-"), "it refers to no other page:\n{manual}");
}

#[test]
fn completions_name_every_command_with_its_options() {
    for shell in Shell::value_variants() {
        let text = print(&["completions", &shell.to_string()]);
        // Whole words: `--content` is not named by `--content-type`.
        let words: BTreeSet<_> =
            text.split(|character: char| !character.is_alphanumeric() && character != '-').collect();
        for (path, command) in commands() {
            assert!(path.iter().all(|name| words.contains(name.as_str())), "{shell} {path:?}");
            for option in options(&command) {
                let written = match shell {
                    Shell::Fish => option.to_owned(),
                    _ => format!("--{option}"),
                };
                assert!(words.contains(written.as_str()), "{shell} {path:?} --{option}");
            }
        }
    }
}
