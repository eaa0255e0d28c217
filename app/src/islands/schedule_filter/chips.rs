//! The active filters as links that take one away.

use leptos::prelude::*;

use super::state::{Chip, FilterState};

/// The chips, and after them the link that takes all away.
#[island]
pub(crate) fn Chips(children: Children) -> impl IntoView {
    let FilterState { chips, words, .. } = expect_context();
    let name = words.with_value(|words| words.active_filters.clone());
    view! {
        <div class="active-filters" hidden=move || chips.with(Vec::is_empty)>
            <ul class="chips" aria-label=name>
                {move || chips.get().into_iter().map(|chip| item(chip, words)).collect::<Vec<_>>()}
            </ul>
            {children()}
        </div>
    }
}

fn item(chip: Chip, words: StoredValue<super::state::Words>) -> impl IntoView {
    let Chip { label, facet, value, href } = chip;
    let name = words.with_value(|words| words.remove_filter.replace("{}", &label));
    view! {
        <li><a class="chip" href=href data-facet=facet data-value=value aria-label=name>{label}</a></li>
    }
}
