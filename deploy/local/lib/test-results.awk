# Reads the .trx files of one test run and prints its slowest tests, the reasons of skipped ones and the count.
# Every result is one <UnitTestResult …> tag on a line of its own; messages follow it.

function attribute(name,    rest) {
  if (!match($0, " " name "=\"[^\"]*\"")) return ""
  rest = substr($0, RSTART, RLENGTH)
  sub(/^[^"]*"/, "", rest)
  sub(/"$/, "", rest)
  return plain(rest)
}

function plain(text) {
  gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text)
  gsub(/&apos;|&#39;/, "'", text); gsub(/&#x[0-9A-Fa-f]+;/, " ", text); gsub(/&amp;/, "\\&", text)
  return text
}

/<UnitTestResult / {
  outcome = attribute("outcome")
  name = attribute("testName")
  split(attribute("duration"), clock, ":")
  if (outcome == "Passed") passed++
  else if (outcome == "NotExecuted") skipped++
  else failed++
  printf "%.6f\t%s\n", clock[1] * 3600 + clock[2] * 60 + clock[3], name > times
}

/<Message>/ && outcome == "NotExecuted" {
  sub(/.*<Message>/, "")
  sub(/<\/Message>.*/, "")
  skippedFor[plain($0)]++
}

END {
  printf "%d %d %d\n", passed, failed, skipped > counts
  if (passed + failed + skipped == 0) exit
  close(times)
  for (reason in skippedFor) printf "skipped (%d): %s\n", skippedFor[reason], reason
  print "slowest tests:"
  slowest = "sort -rn '" times "' | head -n 10"
  while ((slowest | getline line) > 0) {
    tab = index(line, "\t")
    printf "  %8.2f s  %s\n", substr(line, 1, tab - 1), substr(line, tab + 1)
  }
}
