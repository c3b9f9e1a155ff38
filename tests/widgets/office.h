// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything a window works with, over real databases in a temporary folder: the world is in the cache, decisions go into a
// real ledger, the models are the real ones. What stands outside (engine, clock) is in the test's hands. Main thread.

#include "support/handclock.h"
#include "widgets/fakeengine.h"
#include "widgets/worlds.h"

#include "models/desk.h"
#include "models/modelset.h"
#include "store/cachewriter.h"
#include "store/readers.h"
#include "store/samples.h"
#include "widgets/materials.h"

#include <memory>

namespace fixture {

using casemate::test::HandClock;

class Office
{
public:
    // `later` can arrive afterwards, by arrive().
    explicit Office(const World &world = {}, const World &later = {});

    [[nodiscard]] widgets::Materials materials();
    void load(); // the models, and waits until they have read
    void arrive(); // puts `later` into the cache and tells the models
    // One decision in every state that the outbox and the history can show.
    void addDecisions();
    void tell(const domain::PullState &state);

    [[nodiscard]] static domain::PullState synced(domain::Moment at);

    samples::Folder folder;
    samples::Book book;
    HandClock clock;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<FakeEngine> engine;
    std::unique_ptr<store::Readers> readers;
    std::unique_ptr<models::ModelSet> set;
    std::unique_ptr<models::Desk> desk;

private:
    void apply(const World &world, const store::Batch &incidents, const store::Batch &alerts);

    std::unique_ptr<store::CacheWriter> m_writer;
    World m_later;
    store::Batch m_laterIncidents {.feed = store::Feed::Incidents};
    store::Batch m_laterAlerts {.feed = store::Feed::Alerts};
};

} // namespace fixture
