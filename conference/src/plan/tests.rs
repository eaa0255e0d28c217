//! Plans read from addresses.

use super::{CODES, Code, MOST_CODES, Plan};

fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

#[test]
fn a_plan_is_read_from_any_spelling_of_its_address() {
    for (query, canonical) in [
        ("", ""),
        ("?s=", ""),
        ("s=b7k2m.a1c3d", "s=a1c3d.b7k2m"),
        ("s=b7k2m&s=a1c3d&utm_source=x", "s=a1c3d.b7k2m"),
        ("s=A1C3D.a1c3d..", "s=a1c3d"),
        ("s=../etc/passwd.%3Cscript%3E.123456789.ok", "s=ok"),
    ] {
        assert_eq!(Plan::parse(query).query(), canonical, "{query}");
    }
}

#[test]
fn hostile_plans_stay_small() {
    let many: Vec<String> = (0..10_000).map(|number| format!("{number:05}")).collect();
    assert_eq!(Plan::parse(&format!("s={}", many.join("."))).codes().len(), MOST_CODES);
    assert_eq!(
        Plan::parse(&many.iter().map(|code| format!("s={code}&")).collect::<String>()).codes().len(),
        MOST_CODES
    );
}

#[test]
fn a_session_leaves_a_plan_alone() {
    let plan = Plan::parse("s=aaaaa.bbbbb").without(&code("aaaaa"));
    assert_eq!((plan.text(), plan.contains(&code("bbbbb"))), ("bbbbb".to_owned(), true));
    assert_eq!(CODES, "s");
}
