# pdftotext and pdfinfo, through which PDFs are read; poppler-data knows the letters of Korean, Japanese and Chinese fonts that a PDF
# only names. Without them a PDF gets a reason that says so, and everything else works.

ensure_poppler() {
  if have pdftotext && have pdfinfo; then
    ok Poppler "$(poppler_version)"
  elif can_apt && (apt_install poppler-utils poppler-data) && have pdftotext; then
    ok Poppler "$(poppler_version)"
  else
    warn "pdftotext and pdfinfo are not there and cannot be installed from here: PDFs are not read"
    warn "to have them: $(install_line poppler-utils poppler-data -- poppler-utils poppler-data)"
  fi
}

poppler_version() { pdftotext -v 2>&1 | sed -n 's/^pdftotext version //p'; }
