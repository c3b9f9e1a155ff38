// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who carries out which decision. Engine thread.

#include "remote/executor.h"

namespace casemate::sync {

struct Executors {
    remote::Executor &graph;
    remote::Executor &mail;
    remote::Executor &portal;
    remote::Executor &local;

    [[nodiscard]] remote::Executor &of(const domain::Decision &decision) const
    {
        switch (decision.executor) {
        case domain::ExecutorKind::Graph: return graph;
        case domain::ExecutorKind::MailRemediation: return mail;
        case domain::ExecutorKind::Portal: return portal;
        case domain::ExecutorKind::Local: break;
        }
        return local;
    }
};

} // namespace casemate::sync
