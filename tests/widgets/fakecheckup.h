// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A check whose course a test tells, and findings of every kind to show. Main thread.

#include "domain/checkup.h"

namespace fixture {

class FakeCheckup final : public domain::Checkup
{
public:
    void start(domain::CheckDepth depth) override
    {
        ++starts;
        lastDepth = depth;
    }
    void cancel() override
    {
        ++cancels;
        Q_EMIT ended(soFar);
    }
    void tell(const domain::Findings &findings, int done, int total)
    {
        soFar += findings;
        Q_EMIT found(findings);
        Q_EMIT progressed(done, total);
    }
    void end() { Q_EMIT ended(soFar); }

    int starts = 0;
    int cancels = 0;
    domain::CheckDepth lastDepth = domain::CheckDepth::Quick;
    domain::Findings soFar;
};

// Of a tenant "Contoso" of ada@contoso.example, with faults, notes and what could not be checked.
[[nodiscard]] domain::Findings someFindings();

} // namespace fixture
