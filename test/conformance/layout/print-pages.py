# Prints pages with WeasyPrint until its input ends. Each line of it is JSON: {"path": …, "html": …, "pdf": …}; the
# page's own address is that of `path`, and its PDF is written to `pdf`. Each is answered by a line: nothing, or what is wrong.
import json, logging, sys

import weasyprint

logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
print(weasyprint.__version__, flush=True)
for line in sys.stdin:
    page = json.loads(line)
    try:
        weasyprint.HTML(string=page["html"], base_url=page["path"]).write_pdf(page["pdf"])
        print("", flush=True)
    except Exception as error:
        print(repr(error).replace("\n", " "), flush=True)
