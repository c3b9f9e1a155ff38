// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileengine.h"

using namespace Qt::StringLiterals;

namespace casemate::sync {

using domain::Done;
using domain::Result;

namespace {

template <class T>
void refuse(const QString &tried, QObject *asker, std::function<void(Result<T>)> answer)
{
    const domain::Answer<T> reply(asker, std::move(answer));
    reply(domain::refusal(u"fileTenant"_s, tried));
}

} // namespace

FileEngine::FileEngine(const domain::Tenant &tenant, QObject *parent)
    : Engine(parent)
{
    m_capabilities.tenantId = tenant.tenantId;
    m_capabilities.oid = tenant.oid;
    m_capabilities.fromFiles = true;
    m_capabilities.readOnly = true;
    m_capabilities.readOnlyReason = u"fileTenant"_s;
}

void FileEngine::pull(bool, QObject *asker, std::function<void(Result<domain::PullState>)> answer)
{
    refuse(u"synchronise"_s, asker, std::move(answer));
}

void FileEngine::decide(const domain::Decision &, QObject *asker, std::function<void(Result<domain::DecisionId>)> answer)
{
    refuse(u"take a decision"_s, asker, std::move(answer));
}

void FileEngine::cancelDecision(const domain::DecisionId &, QObject *asker, std::function<void(Result<Done>)> answer)
{
    refuse(u"cancel a decision"_s, asker, std::move(answer));
}

void FileEngine::confirmStale(const domain::DecisionId &, QObject *asker, std::function<void(Result<Done>)> answer)
{
    refuse(u"confirm a decision"_s, asker, std::move(answer));
}

void FileEngine::settle(const domain::DecisionId &, const QString &, QObject *asker, std::function<void(Result<Done>)> answer)
{
    refuse(u"settle a decision"_s, asker, std::move(answer));
}

void FileEngine::signIn(QObject *asker, std::function<void(Result<domain::Capabilities>)> answer)
{
    refuse(u"sign in"_s, asker, std::move(answer));
}

void FileEngine::signOut(QObject *asker, std::function<void(Result<Done>)> answer)
{
    refuse(u"sign out"_s, asker, std::move(answer));
}

void FileEngine::readLatestLocations(const QList<domain::MailTarget> &, QObject *asker,
                                     std::function<void(Result<QList<domain::Fact>>)> answer)
{
    refuse(u"read the latest location"_s, asker, std::move(answer));
}

} // namespace casemate::sync
