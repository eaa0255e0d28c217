//! People: names, initials, portraits.

use conference::{
    Slug, Speaker,
    picture::{Content, Operation, Renditions, Role},
    url,
    url::Page,
};
use leptos::prelude::*;

use super::text::tagged;
use crate::{
    context::{Context, context},
    hue::hue,
    initials::initials,
};

/// A small portrait of a person for lists, or their initials in a colour derived from the name.
#[component]
pub(crate) fn Avatar<'a>(speaker: &'a Speaker) -> impl IntoView + use<> {
    likeness(speaker, Role::Avatar)
}

/// The portrait on a person's page, or their initials.
#[component]
pub(crate) fn Portrait<'a>(speaker: &'a Speaker) -> impl IntoView + use<> {
    likeness(speaker, Role::Portrait)
}

/// The photographer and the licence of a person's photograph, if they are known.
#[component]
pub(crate) fn PhotoCredit<'a>(speaker: &'a Speaker) -> impl IntoView + use<> {
    let text = speaker.photo.as_ref().and_then(|photo| match (&photo.credit, &photo.licence) {
        (Some(credit), Some(licence)) if context().messages.is_japanese() => Some(format!("{credit}（{licence}）")),
        (Some(credit), Some(licence)) => Some(format!("{credit} ({licence})")),
        (Some(one), None) | (None, Some(one)) => Some(one.clone()),
        (None, None) => None,
    });
    text.map(|text| view! { <p class="credit">{context().messages.photo_credit(&text)}</p> })
}

fn likeness(speaker: &Speaker, role: Role) -> AnyView {
    let Some(photo) = &speaker.photo else {
        let class = format!("portrait initials hue-{}", hue(&speaker.slug));
        return view! { <span class=class aria-hidden="true">{initials(context().text(&speaker.name))}</span> }
            .into_any();
    };
    // A portrait at the top of its page is seen at once.
    let loading = (role == Role::Avatar).then_some("lazy");
    let Some(Renditions { modern, fallback, width, height }) = photo.asset.renditions(role) else {
        let source = url::asset(&photo.asset.path);
        return view! { <img class="portrait" src=source alt="" loading=loading decoding="async"/> }.into_any();
    };
    let tint = match &photo.asset.content {
        Content::Picture(picture) => picture.tint(),
        _ => None,
    };
    let class = format!("portrait {}", tint.unwrap_or_default());
    let source = url::picture(&fallback[0].name());
    let modern = (!modern.is_empty()).then(|| view! { <source type="image/avif" srcset=densities(&modern)/> });
    view! {
        <picture>
            {modern}
            <img
                class=class.trim_end().to_owned()
                src=source
                srcset=densities(&fallback)
                width=width
                height=height
                alt=""
                loading=loading
                decoding="async"
            />
        </picture>
    }
    .into_any()
}

/// The candidates of a `srcset`, for plain and sharp screens.
fn densities(operations: &[Operation]) -> String {
    let candidates = operations.iter().zip(["1x", "2x"]);
    let candidates = candidates.map(|(operation, density)| format!("{} {density}", url::picture(&operation.name())));
    candidates.collect::<Vec<_>>().join(", ")
}

/// "Engine Yard · DevOps Support Engineer".
pub(crate) fn organization_and_role(context: &Context, speaker: &Speaker) -> Option<impl IntoView + use<>> {
    let both = speaker.organization.is_some() && speaker.role.is_some();
    let organization = speaker.organization.as_ref().map(|text| tagged(context, text));
    let role = speaker.role.as_ref().map(|text| tagged(context, text));
    let separator = both.then(|| view! { <span class="separator" aria-hidden="true">" · "</span> });
    (organization.is_some() || role.is_some()).then(|| {
        view! { <span class="affiliation">{organization}{separator}{role}</span> }
    })
}

/// People with their portraits and organisations, as a list of links; a moderator is named as such.
#[component]
pub(crate) fn PeopleLinks<'a>(
    speakers: &'a [Slug],
    #[prop(default = None)] moderator: Option<&'a Slug>,
) -> impl IntoView + use<> {
    let context = context();
    let conference = &context.conference;
    let mut people: Vec<(&Speaker, Option<&'static str>)> =
        conference.people(speakers).map(|speaker| (speaker, None)).collect();
    people.extend(conference.people(moderator).map(|speaker| (speaker, Some(context.messages.moderator))));
    let items = people
        .iter()
        .map(|(speaker, part)| {
            let href = context.url(&Page::Speaker(speaker.slug.clone()));
            let part = part.map(|part| view! { <span class="part">{part}</span> });
            let organization = speaker
                .organization
                .as_ref()
                .map(|text| view! { <span class="affiliation">{tagged(&context, text)}</span> });
            view! {
                <li class="person">
                    <Avatar speaker=speaker/>
                    <span class="person-text">
                        <a href=href>{tagged(&context, &speaker.name)}</a>
                        {part}{organization}
                    </span>
                </li>
            }
        })
        .collect_view();
    (!people.is_empty()).then(|| view! { <ul class="people">{items}</ul> })
}
