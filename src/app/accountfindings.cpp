// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accountfindings.h"

#include "clouds.h"

#include "domain/filetenant.h"
#include "domain/permission.h"

#include <algorithm>

namespace app {

using domain::Finding;
using domain::FindingCause;
using domain::Findings;
using domain::FindingState;
using domain::FindingSubject;

namespace {

Finding told(FindingSubject subject, const QString &tenant, FindingState state = FindingState::Good,
             FindingCause cause = FindingCause::None)
{
    Finding finding;
    finding.subject = subject;
    finding.state = state;
    finding.cause = cause;
    finding.tenant = tenant;
    return finding;
}

bool isOutside(const Finding &finding)
{
    return finding.subject == FindingSubject::Host && !isLoopback(QUrl(finding.about));
}

bool looksOffline(const Finding &finding)
{
    return finding.cause == FindingCause::NoNetwork || finding.cause == FindingCause::NotFound || finding.cause == FindingCause::TimedOut;
}

} // namespace

Findings tenantFindings(const QList<domain::Tenant> &tenants)
{
    Finding finding = told(FindingSubject::Tenants, {});
    finding.number = tenants.size();
    if (tenants.isEmpty()) {
        finding.state = FindingState::Note;
        finding.cause = FindingCause::Absent;
    }
    return {finding};
}

Findings sessionFindings(const domain::Tenant &tenant, const domain::Result<remote::KeptSession> &kept)
{
    if (domain::isFileTenant(tenant))
        return {told(FindingSubject::Session, tenant.key, FindingState::Good, FindingCause::FromFiles)};
    if (tenant.oid.isEmpty())
        return {told(FindingSubject::Session, tenant.key, FindingState::Note, FindingCause::NeverSignedIn)};
    if (!kept) {
        Finding finding = told(FindingSubject::Session, tenant.key, FindingState::Unknown, FindingCause::Unreadable);
        finding.detail = kept.error().detail.isEmpty() ? domain::errorKindWord(kept.error().kind) : kept.error().detail;
        return {finding};
    }
    if (!kept->isThere)
        return {told(FindingSubject::Session, tenant.key, FindingState::Note, FindingCause::NoSession)};
    Findings findings {told(FindingSubject::Session, tenant.key)};
    const QList<domain::Permission> wanted = domain::permissions();
    for (const domain::Permission &permission : wanted) {
        Finding finding = told(FindingSubject::Permission, tenant.key);
        finding.about = permission.scope;
        if (!permission.isIn(kept->scopes)) {
            finding.cause = FindingCause::Missing;
            finding.state = permission.essential ? FindingState::Bad : FindingState::Note;
        }
        findings.append(finding);
    }
    findings.append(kept->hasApplicationCredential
                        ? told(FindingSubject::MailActions, tenant.key)
                        : told(FindingSubject::MailActions, tenant.key, FindingState::Note, FindingCause::InPortal));
    return findings;
}

remote::KeptSession keptSession(const domain::Capabilities &capabilities)
{
    return {.isThere = capabilities.signedIn, .scopes = capabilities.scopes, .hasApplicationCredential = capabilities.hasApplicationCredential};
}

Findings offlineToldOnce(Findings findings)
{
    const bool reached = std::any_of(findings.cbegin(), findings.cend(), [](const Finding &f) { return isOutside(f) && !looksOffline(f); });
    if (reached)
        return findings;
    for (Finding &finding : findings) {
        if (isOutside(finding) && looksOffline(finding) && finding.state == FindingState::Bad) {
            finding.state = FindingState::Unknown;
            finding.cause = FindingCause::NoNetwork;
        }
    }
    return findings;
}

} // namespace app
