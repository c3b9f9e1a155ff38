// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/signinpage.h"

namespace simulator {

using namespace Qt::StringLiterals;

Response htmlPage(const QString &title, const QString &bodyHtml, int status)
{
    const QString page = u"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                         "<meta name=\"viewport\" content=\"width=device-width\"><title>%1</title><style>"
                         "body{font:1rem/1.5 sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;"
                         "background:#fff;color:#222}a{color:#0b57a4}li{margin:.6rem 0}"
                         "@media(prefers-color-scheme:dark){body{background:#1b1b1f;color:#e6e6e6}a{color:#8ab4f8}}"
                         "</style></head><body><h1>%1</h1>%2<p><small>Casemate demo tenant. Nothing here is real."
                         "</small></p></body></html>\n"_s.arg(title.toHtmlEscaped(), bodyHtml);
    Response response;
    response.status = status;
    response.headers = {
        {"Content-Type", "text/html; charset=utf-8"},
        {"Cache-Control", "no-store"},
        {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"},
        {"Referrer-Policy", "no-referrer"}};
    response.body = page.toUtf8();
    return response;
}

Response errorPage(const QString &title, const QString &text, int status)
{
    return htmlPage(title, u"<p>%1</p>"_s.arg(text.toHtmlEscaped()), status);
}

Response codePage()
{
    return htmlPage(u"Enter code"_s,
                    u"<form method=\"get\"><p><label>Enter the code that your device shows "
                    "<input name=\"user_code\" autofocus autocomplete=\"off\"></label> "
                    "<button>Next</button></p></form>"_s);
}

Response accountPage(const Request &request, const QList<Account> &accounts)
{
    const QString here = QString::fromLatin1(request.target).toHtmlEscaped();
    QString items;
    for (const Account &account : accounts) {
        const QString roles = account.roles.isEmpty() ? u"no role"_s : account.roles.join(u", ");
        items += u"<li><a href=\"%1&amp;account=%2\">%3</a><br>%4<br><small>%5</small></li>"_s.arg(
            here, account.oid.toHtmlEscaped(), account.displayName.toHtmlEscaped(), account.upn.toHtmlEscaped(),
            roles.toHtmlEscaped());
    }
    return htmlPage(u"Pick an account"_s,
                    u"<ul>%1</ul><p><a href=\"%2&amp;account=none\">Cancel</a></p>"_s.arg(items, here));
}

} // namespace simulator
