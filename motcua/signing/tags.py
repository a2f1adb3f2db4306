"""Names a field in the structure of a tagged PDF, so that a screen reader meets it."""

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name

from motcua.signing.update import Update


def add(update: Update, page: generic.IndirectObject, widget: generic.IndirectObject) -> None:
    """The widget as a form element under the document's; nothing where the document is not tagged as we tag ours."""
    if "/StructTreeRoot" not in update.root:
        return
    tree = update.root["/StructTreeRoot"]
    if not {"/K", "/ParentTree", "/ParentTreeNextKey"} <= tree.keys() or "/Nums" not in tree["/ParentTree"]:
        return
    top = tree.raw_get("/K")
    while isinstance(top, generic.ArrayObject):
        top = top.raw_get(0)
    if not isinstance(top, generic.IndirectObject):
        return
    key = tree["/ParentTreeNextKey"]
    element = update.add_object(_element(page, widget, top))
    _append(update, top.get_object(), element)
    numbers = tree["/ParentTree"]["/Nums"]
    numbers.extend([generic.NumberObject(key), element])
    update.update_container(numbers)
    tree[pdf_name("/ParentTreeNextKey")] = generic.NumberObject(key + 1)
    update.update_container(tree)
    widget.get_object()[pdf_name("/StructParent")] = generic.NumberObject(key)


def _element(
    page: generic.IndirectObject, widget: generic.IndirectObject, parent: generic.IndirectObject
) -> generic.DictionaryObject:
    points = {pdf_name("/Type"): pdf_name("/OBJR"), pdf_name("/Obj"): widget, pdf_name("/Pg"): page}
    return generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/StructElem"),
            pdf_name("/S"): pdf_name("/Form"),
            pdf_name("/P"): parent,
            pdf_name("/Pg"): page,
            pdf_name("/Alt"): widget.get_object()["/TU"],
            pdf_name("/K"): generic.DictionaryObject(points),
        }
    )


def _append(update: Update, parent: generic.DictionaryObject, element: generic.IndirectObject) -> None:
    held = parent.raw_get("/K") if "/K" in parent else generic.ArrayObject()
    kids = held.get_object()
    if not isinstance(kids, generic.ArrayObject):
        kids = generic.ArrayObject([held])
        parent[pdf_name("/K")] = kids
    kids.append(element)
    update.update_container(kids)
    update.update_container(parent)
