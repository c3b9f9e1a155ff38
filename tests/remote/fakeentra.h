// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A token endpoint in a few lines: checks code, verifier and refresh token, rotates, counts, and misbehaves on demand.
// Its page is visited by FakeBrowser below, as a person would. Main thread.

#include "remote/browser.h"
#include "remote/oauth.h"
#include "remote/transport.h"
#include "support/faketransport.h"

#include <QHash>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace casemate::test {

inline const QString tenantGuid = QStringLiteral("11111111-2222-3333-4444-555555555555");
inline const QString personOid = QStringLiteral("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");

[[nodiscard]] domain::Tenant entraTenant();

class FakeEntra
{
public:
    FakeEntra();

    [[nodiscard]] domain::Result<remote::HttpAnswer> answer(const remote::HttpRequest &request);
    [[nodiscard]] QByteArray idToken(const QHash<QString, QString> &changes = {}) const;

    // what it does next
    std::optional<remote::HttpAnswer> nextAnswer; // instead of the right one, once
    QHash<QString, QString> idChanges; // claims that are wrong
    QString scope = QStringLiteral("https://graph.microsoft.com/SecurityIncident.ReadWrite.All "
                                   "https://graph.microsoft.com/ThreatHunting.Read.All openid");
    int lifetime = 3600;
    bool sendsIdTokenOnRefresh = true;

    // what it has seen
    QUrlQuery authorizeQuery;
    QString code = QStringLiteral("code-1");
    QString refreshToken;
    int codeRedemptions = 0;
    int refreshes = 0;
    int applicationTokens = 0;
    int issued = 0;

private:
    [[nodiscard]] remote::HttpAnswer tokens(bool withRefresh, bool withId, const QString &nonce);
    [[nodiscard]] static remote::HttpAnswer refusal(int number, const char *word);
};

// Opens the page and comes back at once with what `answer` makes of the page's query.
class FakeBrowser final : public QObject, public remote::BrowserOpener
{
public:
    using Answer = std::function<QUrlQuery(const QUrlQuery &)>;

    explicit FakeBrowser(FakeEntra &entra);

    [[nodiscard]] domain::Result<domain::Done> open(const QUrl &page) override;
    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    void stayAway() { m_answer = nullptr; }
    [[nodiscard]] int visits() const { return m_visits; }
    [[nodiscard]] QUrl lastPage() const { return m_page; }

private:
    FakeEntra &m_entra;
    Answer m_answer;
    QUrl m_page;
    int m_visits = 0;
};

} // namespace casemate::test
