// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What goes on in the organisation while simulated time passes: mails come in, users delete and report some, the filter
// takes others back, incidents arise, other analysts work on them. Always the same for the same seed. Lives in the tenant thread.

#include "stamp.h"

namespace simulator {

struct Organisation;
class Random;

class Life {
public:
    explicit Life(Organisation &org);

    void begin(); // puts the first of everything on the agenda
    void advance(Ticks by); // lets time pass and carries out what falls due, each at its own time

private:
    void deliverMail();
    void moveMail(bool byUser);
    void reportOne();
    void beginIncident();

    Organisation &m_org;
    quint64 m_draws = 0;
};

} // namespace simulator
