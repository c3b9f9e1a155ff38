// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bytes of Graph and of the token endpoint.

#include "fuzz/wiretargets.h"

#include "fuzz/promise.h"

#include "remote/addressrule.h"
#include "remote/challenge.h"
#include "remote/graphdecoder.h"
#include "remote/hunting.h"
#include "remote/idtoken.h"
#include "remote/oauth.h"
#include "remote/page.h"
#include "remote/retryafter.h"
#include "remote/sessionrecord.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fuzz {

namespace {

const domain::Cloud &cloud()
{
    static const domain::Cloud value {.name = u"global"_s,
                                      .demo = false,
                                      .login = QUrl(u"https://login.microsoftonline.com"_s),
                                      .graph = QUrl(u"https://graph.microsoft.com"_s),
                                      .portal = QUrl(u"https://security.microsoft.com"_s),
                                      .caFile = {}};
    return value;
}

void promiseOurs(const domain::Result<QUrl> &address, const QUrl &base)
{
    if (!address)
        return;
    promise(address->scheme() == u"https" && address->host() == base.host(), "only the cloud's own host passes");
    promise(address->port(443) == 443 && address->userInfo().isEmpty(), "nothing beside the host passes");
    // Another reader of the same bytes must not come to another host.
    const QUrl again = QUrl::fromEncoded(address->toEncoded(), QUrl::StrictMode);
    promise(again.isValid() && again.host() == base.host(), "what passes reads the same again");
}

} // namespace

void incidents(const QByteArray &bytes)
{
    const remote::GraphDecoder decoder;
    const auto first = decoder.incident(bytes);
    const auto second = decoder.incident(bytes);
    promise(first.hasValue() == second.hasValue(), "one reading is like another");
    if (first) {
        promise(*first == *second, "one reading is like another");
        promise(!first->id.text.isEmpty(), "an incident has an id");
    }
}

void alerts(const QByteArray &bytes)
{
    const remote::GraphDecoder decoder;
    const auto first = decoder.alert(bytes);
    if (!first)
        return;
    promise(*first == *decoder.alert(bytes), "one reading is like another");
    promise(!first->id.text.isEmpty(), "an alert has an id");
}

void pages(const QByteArray &bytes)
{
    const auto page = remote::readPage(bytes);
    if (!page)
        return;
    qsizetype length = 0;
    for (const QByteArray &item : page->items) {
        promise(bytes.contains(item), "an item is a piece of the page");
        length += item.size();
    }
    promise(length <= bytes.size(), "items do not overlap");
    if (page->nextLink)
        promiseOurs(remote::AddressRule(cloud()).graph(*page->nextLink), cloud().graph);
}

void addresses(const QByteArray &bytes)
{
    const remote::AddressRule rule(cloud());
    promiseOurs(rule.graph(bytes), cloud().graph);
    promiseOurs(rule.login(bytes), cloud().login);
    if (const auto segment = remote::pathSegment(QString::fromUtf8(bytes))) {
        promise(!segment->contains('/') && !segment->contains('?') && !segment->contains('#'), "a segment stays one");
        promise(*segment != "." && *segment != "..", "a segment is not a way up");
    }
}

void tokenAnswers(const QByteArray &bytes)
{
    using namespace std::chrono_literals;
    if (const auto answer = remote::readTokenAnswer(bytes)) {
        promise(answer->lifetime >= 1min && answer->lifetime <= 24h, "a life of at least a minute and at most a day");
        promise(!answer->access.isEmpty(), "a token answer has a token");
    }
    const domain::Error refusal = remote::readTokenRefusal(bytes, 400);
    promise(!refusal.code.isEmpty() || refusal.kind == domain::ErrorKind::NotGraph, "a refusal has a code");
}

void idTokens(const QByteArray &bytes)
{
    static const domain::Tenant tenant {.key = u"t"_s,
                                        .tenantId = u"6a1f2c1e-2f57-4a5e-9a53-0c2a0f7b7a10"_s,
                                        .clientId = u"0d3a8ad6-7d2b-4b6c-a0b4-3a7e2f1c9b55"_s,
                                        .cloud = cloud(),
                                        .oid = {},
                                        .upn = {}};
    if (const auto account = remote::accountFrom(bytes, {tenant, "nonce"}))
        promise(remote::isGuid(account->oid), "an account has an object id");
    // A record that somebody else wrote into the keychain.
    (void)remote::SessionRecord::read(remote::Secret(bytes));
}

void retryHeaders(const QByteArray &bytes)
{
    const domain::Moment now = domain::Moment::fromMsecs(1'772'000'000'000);
    if (const auto pause = remote::retryAfter(bytes.split('\n'), now))
        promise(*pause >= remote::shortestPause && *pause <= remote::longestPause, "a pause is between a second and an hour");
}

void huntingAnswers(const QByteArray &bytes)
{
    if (const auto answer = remote::readHuntingAnswer(bytes))
        promise(answer->rows.size() <= bytes.size(), "a row takes at least a byte");
}

void challengeHeaders(const QByteArray &bytes)
{
    const QList<QByteArray> headers = bytes.split('\n');
    qsizetype length = 0;
    const QList<remote::Challenge> all = remote::challenges(headers);
    for (const remote::Challenge &challenge : all) {
        promise(!challenge.scheme.isEmpty() && challenge.scheme == challenge.scheme.toLower(), "a challenge has a scheme");
        length += challenge.scheme.size();
        for (const auto &[name, value] : challenge.parameters) {
            promise(!name.isEmpty(), "a parameter has a name");
            length += name.size() + value.size();
        }
    }
    promise(length <= bytes.size(), "nothing is read twice");
    if (const auto claims = remote::claimsWanted(headers))
        promise(QJsonDocument::fromJson(*claims).isObject(), "claims are an object");
}

} // namespace fuzz
