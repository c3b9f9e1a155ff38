// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The other analysts: they take incidents, comment, resolve, and decide in the portal what waits for approval, so that
// whoever works here meets changes that are not his own. Functions of the tenant thread.

#include "incidentstore.h"

namespace simulator {

struct Organisation;
class Random;

void workOnOneIncident(Organisation &org, Random &random);
void decideOneInPortal(Organisation &org, Random &random);

} // namespace simulator
