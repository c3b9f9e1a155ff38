// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A user reports a mail: an incident of its own arises, with an investigation that finds what the mail was. Functions of
// the tenant thread.

#include "incidentstore.h"

namespace simulator {

struct Organisation;

IncidentIndex reportMail(Organisation &org, quint32 delivery); // by its recipient, now

} // namespace simulator
