// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fakecheckup.h"

using namespace Qt::StringLiterals;

namespace fixture {

using domain::Finding;
using domain::FindingCause;
using domain::FindingState;
using domain::FindingSubject;

namespace {

struct Told {
    FindingSubject subject;
    FindingState state;
    FindingCause cause;
    QString about {};
    QString value {};
    QString detail {};
    bool ofTenant = false;
    std::optional<qint64> number {};
};

Finding made(const Told &told)
{
    Finding finding;
    finding.subject = told.subject;
    finding.state = told.state;
    finding.cause = told.cause;
    finding.about = told.about;
    finding.value = told.value;
    finding.detail = told.detail;
    finding.number = told.number;
    if (told.ofTenant)
        finding.tenant = u"Contoso"_s;
    return finding;
}

} // namespace

domain::Findings someFindings()
{
    using S = FindingSubject;
    using C = FindingCause;
    const auto good = FindingState::Good;
    const auto bad = FindingState::Bad;
    const QString data = u"/home/ada/.local/share/casemate"_s;
    const QString account = u"/home/ada/.local/share/casemate/global/5f1c0a3e-2b47-4b8e-9d61-0c9be52d7a10/0d9be52d-7a10-4b8e-9d61-5f1c0a3e2b47"_s;
    const Told all[] = {
        {S::Casemate, good, C::None, {}, u"0.1.0"_s},
        {S::Qt, good, C::None, {}, u"6.4.2"_s, u"6.4.2"_s},
        {S::SettingsFile, good, C::None, u"/home/ada/.config/casemate/casemate.ini"_s},
        {S::SettingsValue, FindingState::Note, C::OutOfRange, u"sync/pollSeconds"_s, u"1"_s, u"15–3600"_s},
        {S::DataFolder, bad, C::OpenToOthers, account, u"0755"_s, {}, true},
        {S::Database, good, C::None, account + u"/cache.db"_s, u"2"_s, u"0600"_s, true, 48'300'000},
        {S::FreeSpace, good, C::None, data, {}, {}, false, 91'000'000'000},
        {S::Keychain, bad, C::Refused, {}, {}, u"The name org.freedesktop.secrets was not provided by any .service files"_s},
        {S::KernelMemory, good, C::None},
        {S::Host, good, C::None, u"https://login.microsoftonline.com"_s, u"TLS 1.3"_s, {}, false, 43},
        {S::Certificate, FindingState::Note, C::UnusualIssuer, u"https://login.microsoftonline.com"_s, u"Contoso Proxy CA (Contoso Ltd.)"_s},
        {S::Host, FindingState::Unknown, C::NoNetwork, u"https://graph.microsoft.com"_s},
        {S::Clock, good, C::None, u"https://login.microsoftonline.com"_s, {}, {}, false, 0},
        {S::Session, good, C::None, {}, {}, {}, true},
        {S::Permission, bad, C::Missing, u"SecurityAlert.Read.All"_s, {}, {}, true},
        {S::MailActions, FindingState::Note, C::InPortal, {}, {}, u"SecurityAnalyzedMessage.ReadWrite.All"_s, true},
    };
    domain::Findings findings;
    for (const Told &told : all)
        findings.append(made(told));
    return findings;
}

} // namespace fixture
