"""Hostile texts, written for these tests: markup that would run, Markdown that would change a page, formulas."""

HTML = (
    "<script>window.hit=1</script>", "<SCRIPT>window.hit=1</SCRIPT>", "<script src=//evil.test/x.js></script>",
    "<scr<script>ipt>window.hit=1</script>", "</title><script>window.hit=1</script>", "</style><script>window.hit=1</script>",
    "</textarea><script>window.hit=1</script>", "--><script>window.hit=1</script>", "]]><script>window.hit=1</script>",
    "</script><script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "<img src='x' onerror='window.hit=1'>",
    '"><img src=x onerror=window.hit=1>', "'><img src=x onerror=window.hit=1>", "<img/src=x/onerror=window.hit=1>",
    "<img src=x onerror\n=window.hit=1>", "<IMG SRC=x ONERROR=window.hit=1>", "<img src=`x`onerror=window.hit=1>",
    "<svg onload=window.hit=1>", "<svg/onload=window.hit=1>", "<svg><script>window.hit=1</script></svg>",
    "<svg><animate onbegin=window.hit=1 attributeName=x>", "<svg><a xlink:href='javascript:window.hit=1'>x</a></svg>",
    "<svg><use href='data:image/svg+xml,x#a'/></svg>", "<svg><foreignObject><body onload=window.hit=1>",
    "<math><mi xlink:href='javascript:window.hit=1'>x", "<body onload=window.hit=1>", "<iframe src='javascript:window.hit=1'>",
    "<iframe srcdoc='<script>parent.hit=1</script>'>", "<object data='javascript:window.hit=1'>", "<embed src='javascript:window.hit=1'>",
    "<a href='javascript:window.hit=1'>x</a>", "<a href=' javascript:window.hit=1'>x</a>", "<a href='java\tscript:window.hit=1'>x</a>",
    "<a href='data:text/html,<script>1</script>'>x</a>", "<a href='vbscript:x'>x</a>", "<form action='javascript:window.hit=1'><button>x",
    "<button formaction='javascript:window.hit=1'>x", "<input autofocus onfocus=window.hit=1>", "<select autofocus onfocus=window.hit=1>",
    "<textarea autofocus onfocus=window.hit=1>", "<keygen autofocus onfocus=window.hit=1>", "<video><source onerror=window.hit=1></video>",
    "<audio src=x onerror=window.hit=1>", "<details open ontoggle=window.hit=1>", "<marquee onstart=window.hit=1>x</marquee>",
    "<meta http-equiv=refresh content='0;url=//evil.test'>", "<base href=//evil.test/>", "<link rel=stylesheet href=//evil.test/x.css>",
    "<style>*{background:url(//evil.test)}</style>", "<style>@import '//evil.test/x.css';</style>", "<div style=background:url(//evil.test)>",
    "<div style='width:expression(window.hit=1)'>", "<table background=//evil.test/x.png>", '" onmouseover="window.hit=1', "' onmouseover='window.hit=1",
    '" autofocus onfocus="window.hit=1', "x onmouseover=window.hit=1 y", "&lt;script&gt;window.hit=1&lt;/script&gt;", "&#60;script&#62;window.hit=1&#60;/script&#62;",
    "\\u003cscript\\u003ewindow.hit=1", "%3Cscript%3Ewindow.hit=1%3C/script%3E", "<\x00script>window.hit=1</script>", "<scr\x00ipt>window.hit=1</script>",
    "＜script＞window.hit=1＜/script＞", "<script\u200b>window.hit=1</script>", "\u202e<script>window.hit=1</script>", "{{7*7}}{{config}}",
    "{% include '/etc/passwd' %}", "${7*7}", "<![CDATA[<script>window.hit=1</script>]]>", "<!--#exec cmd='x'-->", "<?php echo 1 ?>",
    "<noscript><p title='</noscript><img src=x onerror=window.hit=1>'>", "<template><script>window.hit=1</script></template>",
)  # fmt: skip
"""More than 60 forms of markup in the place of text; one that runs sets `window.hit`."""

MARKDOWN = (
    "# heading", "## heading", "- item", "* item", "+ item", "1. item", "2) item", "> quote", "    code", "```\ncode\n```", "~~~\ncode",
    "a | b | c", "|---|---|", "---", "***", "===", "line\n===", "`code`", "**bold** *it* __b__ _i_ ~~s~~", "[text](http://evil.test)",
    "![x](http://evil.test/x.png)", "[x][y]\n\n[y]: http://evil.test", "[y]: http://evil.test", "<http://evil.test>", "http://evil.test/x",
    "www.evil.test", "https://evil.test", "anna@evil.test", "<b>bold</b>", "<img src=x onerror=alert(1)>", "<div>\n\nx\n\n</div>", "&copy; &lt; &#60;",
    "{{< shortcode >}}", "{{% shortcode %}}", "{% raw %}", "{{ site.title }}", "{: .class #id onclick=x}", "[^1]\n\n[^1]: note", "$x$ $$y$$", "\\[x\\]", ":smile:",
    "*[HTML]: x", "==mark==", "a\\", "\\| x", "line  \nline", "---\ntitle: x\n---", "| a |\n| b |", "[javascript](javascript:alert(1))", "\u2028# x", "a\r\n# b",
)  # fmt: skip
"""Markdown, Liquid and shortcodes that would change a page."""

FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "\0=1+1", " =1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(A1)",
    "=cmd|' /C calc'!A0", '=HYPERLINK("http://evil.test";"x")', '=IMPORTXML(CONCAT("http://evil.test"),"//a")', "-2+3+cmd|' /C calc'!A0",
    "+393331234567", "=-+@", "\u200b=1+1", "\u202e=1+1", '"=1+1"', ";=1+1",
)  # fmt: skip
"""Cells that a spreadsheet would take for a formula."""

LABELS = (
    "$x^2$ $", "\\frac{a}{b}", "\udc80\udfff", "a\udc80b", "\x00\x01\x02", "\u202eabc\u2066", "x" * 100_000, "\n\n\n", "<&>\"'", "]]>", "datum.x", "🤷🏽‍♀️" * 40,
    "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "", " ", "null", "NaN", "constructor", "__proto__", "[object Object]", "\ufffe\uffff",
)  # fmt: skip
"""Names that drawing libraries stumble over."""
