//! The results of a search, by kind, each with the sentence and the place that were found.

use conference::{
    filter::TEXT,
    search::{Group, Hit, KIND, Kind, LANGUAGE, Query, Results, Run},
    url::Page,
};
use leptos::prelude::*;

use crate::{
    context::{Context, context},
    search_details::details,
    shell::{Shell, document_title},
};

#[component]
pub(super) fn SearchPage(query: Query) -> AnyView {
    let context = context();
    let messages = context.messages;
    let conference = &context.conference;
    let results = match query.is_empty() {
        true => Results::default(),
        false => conference.search_index().search(conference, &query, &context.language),
    };
    let groups = results.groups.iter().map(|group| view! { <GroupOfHits group=group query=&query/> }).collect_view();
    let status = (!query.is_empty()).then(|| match results.groups.is_empty() {
        true => messages.search_nothing().to_owned(),
        false => messages.results(results.count()),
    });
    let is_whole = query.kind.is_none() && query.language.is_none();
    let is_searchable = !query.words().is_empty();
    let head = view! { <script type="module" src="/search-page.js"></script> }.into_any();
    let title = messages.search_title(&query.text);
    let main = view! {
        <h1>{messages.search_site()}</h1>
        <div
            class="search-view"
            // The words and the addresses that the script needs.
            data-title=document_title(&context, Some(messages.search_title("{}")))
            data-whole=document_title(&context, Some(messages.search_title("")))
            data-one=messages.one_result()
            data-exact=messages.exact_results()
            data-about=messages.about_results()
            data-nothing=messages.search_nothing()
            data-failed=messages.search_failed()
            data-working=messages.search_working()
        >
            <SearchForm query=&query/>
            <p class="search-status" role="status" tabindex="-1">{status}</p>
            <div class="search-results">{groups}</div>
            <Advice
                hidden={query.is_empty() || !results.groups.is_empty()}
                is_whole=is_whole
                is_searchable=is_searchable
                query=&query
            />
            <Help hidden={!query.is_empty()}/>
            <Models/>
        </div>
    };
    let description = messages.search_everything().to_owned();
    view! {
        <Shell title={Some(title)} description=description kind="search-main" sheet=Some("/search.css") head=head>
            {main}
        </Shell>
    }
    .into_any()
}

/// The form: the words, and the kind and the language of the results.
#[component]
fn SearchForm<'a>(query: &'a Query) -> AnyView {
    let context = context();
    let messages = context.messages;
    let kinds = Kind::ALL.map(|kind| {
        let selected = query.kind == Some(kind);
        view! { <option value=kind.name() selected=selected>{messages.kind_of_results(kind)}</option> }
    });
    let languages = &context.conference.event.languages;
    let languages = (languages.len() > 1).then(|| {
        let options = languages.iter().map(|language| {
            let selected = query.language.as_ref() == Some(language);
            let name = messages.language_name(language).to_owned();
            view! { <option value=language.to_string() selected=selected>{name}</option> }
        });
        let options = options.collect_view();
        view! {
            <label class="search-choice">
                <span>{messages.search_language()}</span>
                <select name=LANGUAGE><option value="">{messages.any}</option>{options}</select>
            </label>
        }
    });
    view! {
        <search>
            <form class="search-form" method="get" action=context.url(&Page::Search(Query::default())) autocomplete="off">
                <input
                    type="search"
                    name=TEXT
                    value=query.text.clone()
                    aria-label=messages.search_site()
                    maxlength="200"
                    enterkeyhint="search"
                    aria-keyshortcuts="/"
                    autofocus=query.is_empty()
                />
                <button class="button" type="submit">{messages.search_button()}</button>
                <div class="search-choices">
                    <label class="search-choice">
                        <span>{messages.search_kind()}</span>
                        <select name=KIND><option value="">{messages.any}</option>{kinds}</select>
                    </label>
                    {languages}
                </div>
            </form>
        </search>
    }
    .into_any()
}

/// The results of one kind.
#[component]
fn GroupOfHits<'a>(group: &'a Group, query: &'a Query) -> AnyView {
    let context = context();
    let messages = context.messages;
    let hits = group.hits.iter().map(|hit| view! { <Result hit=hit/> }).collect_view();
    let more = group.next.map(|next| {
        let (label, from) = match query.kind {
            Some(_) => (messages.search_more(), next),
            None => (messages.search_see_all(), 0),
        };
        let query = Query { from, ..query.with_kind(Some(group.kind)) };
        (label, context.url(&Page::Search(query)))
    });
    let count = messages.results(group.count);
    group_view(messages.kind_of_results(group.kind), group.kind, count, hits.into_any(), more).into_any()
}

/// A heading with a number, the results below it, and the way to the others.
fn group_view(
    heading: &'static str,
    kind: Kind,
    count: String,
    hits: AnyView,
    more: Option<(&'static str, String)>,
) -> impl IntoView {
    let more = more.map(|(label, href)| view! { <p class="more"><a href=href>{label}</a></p> });
    view! {
        <section class="search-group" aria-label=heading data-kind=kind.name()>
            <h2>{heading}" "<span class="count">{count}</span></h2>
            <ol class="hits">{hits}</ol>
            {more}
        </section>
    }
}

#[component]
fn Result<'a>(hit: &'a Hit) -> impl IntoView + use<> {
    let context = context();
    let conference = &context.conference;
    let (page, id) = conference.place_of(&hit.item);
    // A page in the language of the text, unless the text is shown on that of the reader, too.
    let has_own = conference.languages_of_page(&hit.item).contains(&&context.language);
    let language = if has_own { &hit.language } else { &context.language };
    let id = id.map(|id| format!("#{id}")).unwrap_or_default();
    let href = page.path(language, conference.event.default_language()) + &id;
    let lang = (hit.language != context.language).then(|| hit.language.to_string());
    let details = details(conference, &hit.item, &hit.language);
    hit_view(href, lang, runs(&hit.title), details, (!hit.excerpt.is_empty()).then(|| runs(&hit.excerpt)))
}

fn hit_view(
    href: String,
    lang: Option<String>,
    title: AnyView,
    details: String,
    excerpt: Option<AnyView>,
) -> impl IntoView {
    view! {
        <li class="hit" lang=lang>
            <h3><a href=href>{title}</a></h3>
            {(!details.is_empty()).then(|| view! { <p class="hit-details">{details}</p> })}
            {excerpt.map(|excerpt| view! { <p class="hit-excerpt">{excerpt}</p> })}
        </li>
    }
}

fn runs(runs: &[Run]) -> AnyView {
    let run = |run: &Run| match run.is_marked {
        true => view! { <mark>{run.text.clone()}</mark> }.into_any(),
        false => run.text.clone().into_any(),
    };
    runs.iter().map(run).collect_view().into_any()
}

/// Remedies for a search without results.
#[component]
fn Advice<'a>(hidden: bool, is_whole: bool, is_searchable: bool, query: &'a Query) -> AnyView {
    let context = context();
    let messages = context.messages;
    let whole = Query { kind: None, language: None, from: 0, ..query.clone() };
    let href = context.url(&Page::Search(whole));
    view! {
        <div class="search-advice" hidden=hidden>
            <ul>
                <li class="for-symbols" hidden=is_searchable>{messages.search_letters()}</li>
                <li>{messages.search_fewer()}</li>
                <li>{messages.search_other_spelling()}</li>
                <li class="for-choices" hidden=is_whole>
                    {messages.search_all_kinds()}" "<a href=href>{messages.search_all()}</a>
                </li>
            </ul>
            <Lists context=&context/>
        </div>
    }
    .into_any()
}

/// The lists in which everything is found without a search.
#[component]
fn Lists<'a>(context: &'a Context) -> impl IntoView + use<> {
    let messages = context.messages;
    let lists = [
        (Page::Schedule(Default::default()), messages.schedule),
        (Page::Speakers, messages.speakers),
        (Page::Interviews, messages.interviews),
        (Page::News, messages.news),
        (Page::Tags, messages.tags),
    ];
    let conference = &context.conference;
    let lists = lists.into_iter().filter(|(page, _)| match page {
        Page::Interviews => !conference.interviews.is_empty(),
        Page::News => !conference.articles.is_empty(),
        Page::Tags => !conference.tags.is_empty(),
        _ => true,
    });
    let lists = lists.map(|(page, label)| view! { <li><a href=context.url(&page)>{label}</a></li> });
    view! { <ul class="search-lists">{lists.collect_view()}</ul> }
}

/// An explanation of the search, and the switch of its key, which the script shows.
#[component]
fn Help(hidden: bool) -> AnyView {
    let context = context();
    let messages = context.messages;
    view! {
        <div class="search-help" hidden=hidden>
            <p>{messages.search_everything()}</p>
            <p>{messages.search_several()}</p>
            <p>{messages.search_kana()}</p>
            <noscript>
                <p>{messages.search_without_script()}</p>
                <Lists context=&context/>
            </noscript>
            <p class="shortcut-choice" hidden="">
                <label><input type="checkbox" class="shortcut-switch"/>" "{messages.search_shortcut()}</label>
            </p>
        </div>
    }
    .into_any()
}

/// Empty groups and an empty result, which the script copies and fills.
#[component]
fn Models() -> AnyView {
    let messages = context().messages;
    let groups = Kind::ALL.map(|kind| {
        let more = Some((messages.search_see_all(), String::new()));
        group_view(messages.kind_of_results(kind), kind, String::new(), ().into_any(), more)
    });
    let hit = hit_view(String::new(), None, ().into_any(), " ".to_owned(), Some(().into_any()));
    view! {
        <template class="group-models" data-more=messages.search_more()>{groups.into_iter().collect_view()}</template>
        <template class="hit-model">{hit}</template>
    }
    .into_any()
}
