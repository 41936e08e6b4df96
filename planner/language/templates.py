"""What templates say comes from the same catalogues as everything else: pages, mail and papers."""

from collections.abc import Callable

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from planner.language import C_, find, translations


def say_in_templates(environment: Environment, language: Callable[[], str]) -> None:
    """Gives an environment `_("…")`, `ngettext`, `pgettext` and `{% trans %}`, in whatever language holds then.

    Jinja's own `gettext` finds a sentence before it knows its values, so it could not tell one from many.
    """

    @pass_context
    def gettext(context: Context, sentence: str, /, **values: object) -> str:
        found = find(sentence, language(), values.get("count"))
        return (Markup(found) if context.eval_ctx.autoescape else found) % values  # noqa: S704 - the catalogue's own

    def pgettext(sense: str, sentence: str) -> str:
        return find(C_(sense, sentence), language())

    def ngettext(one: str, many: str, number: int) -> str:
        return translations(language()).ngettext(one, many, number)

    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        lambda sentence: sentence, ngettext, newstyle=True, pgettext=pgettext
    )
    environment.globals["gettext"] = gettext
