// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tones.h"

namespace models {

namespace {

constexpr qint64 SoonSeconds = 24 * 3600;

} // namespace

Tone toneOf(domain::DecisionState state)
{
    switch (state) {
    case domain::DecisionState::Held:
    case domain::DecisionState::Queued:
    case domain::DecisionState::Preflight: return Tone::Plain;
    case domain::DecisionState::Sending:
    case domain::DecisionState::Accepted:
    case domain::DecisionState::Verifying: return Tone::Accent;
    case domain::DecisionState::Verified: return Tone::Good;
    case domain::DecisionState::Refused: return Tone::Bad;
    case domain::DecisionState::Unknown:
    case domain::DecisionState::NeedsPerson:
    case domain::DecisionState::Stale: return Tone::Warning;
    case domain::DecisionState::Cancelled:
    case domain::DecisionState::Expired: break;
    }
    return Tone::Muted;
}

Tone toneOf(domain::Verdict verdict)
{
    switch (verdict) {
    case domain::Verdict::Malicious: return Tone::Bad;
    case domain::Verdict::Suspicious: return Tone::Warning;
    case domain::Verdict::NoThreatsFound: return Tone::Good;
    case domain::Verdict::Unknown: return Tone::Muted;
    case domain::Verdict::Other: break;
    }
    return Tone::Plain;
}

Tone toneOf(domain::RemediationStatus status)
{
    switch (status) {
    case domain::RemediationStatus::PendingApproval:
    case domain::RemediationStatus::PartiallyRemediated: return Tone::Warning;
    case domain::RemediationStatus::Remediated:
    case domain::RemediationStatus::Prevented:
    case domain::RemediationStatus::Blocked: return Tone::Good;
    case domain::RemediationStatus::Unremediated:
    case domain::RemediationStatus::Active: return Tone::Bad;
    case domain::RemediationStatus::Running: return Tone::Accent;
    case domain::RemediationStatus::None:
    case domain::RemediationStatus::NotFound:
    case domain::RemediationStatus::Declined: return Tone::Muted;
    case domain::RemediationStatus::Other: break;
    }
    return Tone::Plain;
}

Tone toneOfExpiry(domain::Moment expires, domain::Moment now)
{
    if (expires <= now)
        return Tone::Bad;
    return expires <= now.plusSeconds(SoonSeconds) ? Tone::Warning : Tone::Plain;
}

} // namespace models
