//! Questions on a terminal. Without a terminal, a missing answer is an error that names the option.

use std::io::{IsTerminal as _, stderr, stdin};

use anyhow::bail;
use conference::message;
use dialoguer::{Input, MultiSelect, Select};

use crate::locale::tell;

/// Asks for the values that the options leave open.
#[derive(Clone, Copy, Debug)]
pub(super) enum Questioner {
    /// Somebody can answer.
    Terminal,
    /// A script, in which nobody answers.
    Nobody,
}

/// A question for a required text.
pub(super) struct Question<'q> {
    /// The option that answers it.
    pub(super) option: &'q str,
    pub(super) prompt: &'q str,
    pub(super) default: Option<&'q str>,
}

impl Questioner {
    pub(super) fn here() -> Self {
        if stdin().is_terminal() && stderr().is_terminal() { Self::Terminal } else { Self::Nobody }
    }

    /// A required text.
    pub(super) fn text(
        self,
        given: Option<String>,
        option: &str,
        prompt: &str,
        default: Option<&str>,
    ) -> anyhow::Result<String> {
        self.valid_text(given, Question { option, prompt, default }, &|_| Ok(()))
    }

    /// A required text that must be valid; a mistyped answer is asked for again. The value of an option is checked
    /// later, with the whole file.
    pub(super) fn valid_text(
        self,
        given: Option<String>,
        question: Question<'_>,
        valid: &dyn Fn(&str) -> Result<(), String>,
    ) -> anyhow::Result<String> {
        let Question { option, prompt, default } = question;
        match (given, self) {
            (Some(given), _) => Ok(given),
            (None, Self::Terminal) => {
                let input = Input::<String>::new().with_prompt(prompt);
                let input = match default {
                    Some(default) => input.default(default.to_owned()),
                    None => input,
                };
                Ok(input.validate_with(|answer: &String| valid(answer)).interact_text()?)
            }
            (None, Self::Nobody) => match default {
                Some(default) => Ok(default.to_owned()),
                None => bail!(unanswered(prompt, option)),
            },
        }
    }

    /// An optional text.
    pub(super) fn optional_text(self, given: Option<String>, prompt: &str) -> anyhow::Result<Option<String>> {
        let answer = match (given, self) {
            (None, Self::Terminal) => {
                Some(Input::<String>::new().with_prompt(prompt).allow_empty(true).interact_text()?)
            }
            (given, _) => given,
        };
        Ok(answer.filter(|answer| !answer.trim().is_empty()))
    }

    /// One of several choices, by its place; `None` without a question if there are no choices.
    pub(super) fn choice(self, prompt: &str, choices: &[String], usual: usize) -> anyhow::Result<Option<usize>> {
        match self {
            Self::Terminal if !choices.is_empty() => {
                Ok(Some(Select::new().with_prompt(prompt).items(choices).default(usual).interact()?))
            }
            _ => Ok(None),
        }
    }

    /// Some of several choices, by their places.
    pub(super) fn choices(self, prompt: &str, choices: &[String]) -> anyhow::Result<Vec<usize>> {
        match self {
            Self::Terminal if !choices.is_empty() => {
                Ok(MultiSelect::new().with_prompt(prompt).items(choices).interact()?)
            }
            _ => Ok(Vec::new()),
        }
    }
}

/// The error for a question that nobody can answer.
pub(super) fn unanswered(prompt: &str, option: &str) -> String {
    tell(&message!(
        "{prompt}: say it with {option}, or run this on a terminal to be asked",
        "{prompt}: {option}で指定するか、端末で実行して質問に答えてください",
        prompt = prompt,
        option = option,
    ))
}
