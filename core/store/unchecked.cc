// What a check has yet to see. Numbers only grow, so that what another process adds during a check stays for the next.

#include "core/store/impl.h"

namespace hearsay {

Unchecked Store::Impl::unchecked() {
  Unchecked unchecked;
  if (Query row = db.query("SELECT coalesce(max(n), 0) FROM unchecked"); row.step()) unchecked.upto = row.integer(0);
  if (unchecked.upto == 0) return unchecked;
  for (Query row =
           db.query("SELECT b.view, b.key FROM unchecked u JOIN block b ON b.article = u.article WHERE u.n <= ?1 "
                    "UNION SELECT view, key FROM unchecked WHERE article IS NULL AND n <= ?1 ORDER BY 1, 2",
                    unchecked.upto);
       row.step();) {
    unchecked.blocks.push_back({row.text(0), row.text(1)});
  }
  for (Query row = db.query("SELECT DISTINCT article FROM unchecked WHERE article IS NOT NULL AND n <= ?1 ORDER BY 1",
                            unchecked.upto);
       row.step();) {
    unchecked.growth.articles.push_back(row.integer(0));
  }
  for (Query row =
           db.query("SELECT b.view, b.key FROM unchecked u JOIN block b ON b.article = u.article WHERE u.n <= ?1 "
                    "EXCEPT SELECT view, key FROM unchecked WHERE article IS NULL AND n <= ?1 ORDER BY 1, 2",
                    unchecked.upto);
       row.step();) {
    unchecked.growth.grown.push_back({row.text(0), row.text(1)});
  }
  return unchecked;
}

void Store::Impl::checked(std::int64_t upto) {
  if (upto == 0) return;
  Transaction transaction(db);
  db.run("DELETE FROM unchecked WHERE n <= ?", upto);
  transaction.commit();
}

}  // namespace hearsay
