//! The QR code of a plan on paper.

use conference::{plan::Plan, url::Page};
use leptos::prelude::*;

use crate::{context::Context, qr_code};

/// The longest address whose code can be read from paper, in bytes.
const LONGEST: usize = 600;

/// The QR code of the plan, on a site that knows its own address.
pub(super) fn qr_figure(context: &Context, plan: &Plan) -> Option<AnyView> {
    let base = &context.site.urls.base;
    let address = format!("{base}{}", context.url(&Page::Plan(plan.clone())));
    if base.is_empty() || address.len() > LONGEST {
        return None;
    }
    let svg = qr_code::svg(&address)?;
    let label = context.messages.share_qr;
    Some(view! { <div class="paper-qr" role="img" aria-label=label inner_html=svg></div> }.into_any())
}
