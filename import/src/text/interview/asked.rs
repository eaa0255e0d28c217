//! The interviewees that the command line names (`--speaker`).

use conference::{Slug, message};

use super::given::Given;
use crate::{
    Damage,
    text::{
        damage::damage,
        people::{Asked, People},
        profile::Person,
    },
};

/// Finds the people that the command line names.
pub(super) fn find(given: &Given<'_>, people: &People<'_>) -> Result<Vec<Asked>, Damage> {
    given.interviewees.iter().map(|words| people.asked(words).ok_or_else(|| unknown(words))).collect()
}

/// Gives the profiles of a text to the people that the command line names, in the same order.
///
/// The command line precedes: the text may have a nickname, or a line that only looks like a name.
pub(super) fn call(persons: &mut Vec<Person>, asked: &[Asked]) -> Result<(), Damage> {
    if persons.is_empty() {
        persons.extend(asked.iter().map(|_| Person::default()));
    }
    if persons.len() != asked.len() {
        let names: Vec<_> = persons.iter().map(|person| person.name.text.as_str()).collect();
        let (names, count) = (names.join(", "), asked.len());
        return Err(damage(
            None,
            message!(
                "the profiles in the text are of {names}, but `--speaker` is given {count} times",
                "テキストのプロフィールは{names}のものですが、`--speaker`は{count}個あります"
            ),
            message!(
                "give `--speaker` once for each of them, in this order, or leave it out",
                "`--speaker`を同じ順に人数分指定するか、外してください"
            ),
        ));
    }
    for (person, asked) in persons.iter_mut().zip(asked) {
        let reading = person.name.reading.take();
        person.name = asked.name.clone();
        person.name.reading = person.name.reading.take().or(reading);
    }
    Ok(())
}

fn unknown(words: &str) -> Damage {
    let message = match Slug::parse(words) {
        Some(slug) => message!("there is no speaker `{slug}`", "登壇者`{slug}`のファイルがありません"),
        None => message!("`{words}` is no name of a person", "`{words}`は人の名前として読めません"),
    };
    damage(
        None,
        message,
        message!(
            "give `--speaker` the name of a file in program/speakers/, or the name that pages show, such as \"Hana Example\"",
            "`--speaker`には、program/speakers/ にあるファイルの名前か、「山田太郎」のようにページに表示する名前を指定してください"
        ),
    )
}
