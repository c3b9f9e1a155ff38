// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter.h"
#include "filternodes.h"

namespace domain {

Filter::Filter() = default;

bool Filter::accepts(const QueueRow &row, const FilterContext &context) const
{
    return !m_root || m_root->accepts({row}, context);
}

bool Filter::accepts(const PendingAction &action, const QueueRow &incident, const FilterContext &context) const
{
    return !m_root || m_root->accepts({incident, &action}, context);
}

bool Filter::isEverything() const
{
    return !m_root;
}

QString Filter::text() const
{
    return m_text;
}

} // namespace domain
