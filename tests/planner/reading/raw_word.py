"""Word files written element by element, for what a word processor writes and python-docx does not."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
HEADER = ("STT", "Nội dung", "Bộ phận tham mưu", "Trình", "Thực hiện")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """Pieces that are no elements become runs."""
    runs = (piece if piece.startswith("<") else run(piece) for piece in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def numbered(*content: str, list_id: int = 1, level: int = 0, more: str = "") -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(*content, properties=numbers + more)


def cell(content: str = "", properties: str = "") -> str:
    inner = content if content.startswith("<w:") else paragraph(*([content] if content else []))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str, header: bool = True) -> str:
    return f"<w:tbl><w:tblPr/>{row(*HEADER) if header else ''}{''.join(rows)}</w:tbl>"


def level(text: str, form: str = "decimal", depth: int = 0, more: str = "") -> str:
    """One level of a list; `text` with %1 for its figure."""
    said = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{escape(text)}"/>'
    return f'<w:lvl w:ilvl="{depth}">{said}</w:lvl>'


def lists(*levels: str, first: str = "", more: str = "") -> str:
    """The numbering part: one abstract list and the list 1; `more` are further ones."""
    abstract = f'<w:abstractNum w:abstractNumId="0">{first}{"".join(levels)}</w:abstractNum>'
    return abstract + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' + more


def raw_word(
    *body: str, numbering: str = "", styles: str = "", title: str = "KẾ HOẠCH CÔNG TÁC NĂM 2026",
    kind: str = "document.main", strict: bool = False, place: str = "word/document.xml",
) -> bytes:  # fmt: skip
    """The bytes of a file with these elements below a title."""
    parts = {place: f"<w:document><w:body>{paragraph(title)}{''.join(body)}</w:body></w:document>"}
    parts["word/numbering.xml"] = f"<w:numbering>{numbering}</w:numbering>"
    parts["word/styles.xml"] = f"<w:styles>{styles}</w:styles>"
    named = {name: _named(text, STRICT if strict else W) for name, text in parts.items()}
    named["[Content_Types].xml"] = _types(place, kind)
    named["_rels/.rels"] = _relationships(("officeDocument", "/" + place))
    folder, _, name = place.rpartition("/")
    named[f"{folder}/_rels/{name}.rels"] = _relationships(("numbering", "numbering.xml"), ("styles", "styles.xml"))
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in named.items():
            out.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return stream.getvalue()


def _named(text: str, namespace: str) -> str:
    return text.replace(">", f' xmlns:w="{namespace}" {_MORE}>', 1)


def _types(place: str, kind: str) -> str:
    main = f"application/vnd.ms-word.{kind}+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{place}" ContentType="{main}"/></Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    lines = (
        f'<Relationship Id="rId{n}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'
