# hearsay_embed(TARGET FUNCTION FILE...) compiles files into TARGET. It makes a source that defines, in namespace hearsay,
#   std::vector<NamedText> FUNCTION();       // core/value/named_text.h: file name without folder, and its bytes
# The bytes are taken in by the assembler (.incbin), so that even large models cost no compile time.
function(hearsay_embed target function)
  set(files ${ARGN})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${function}.cc)
  set(text "#include \"core/value/named_text.h\"\n")
  set(rows "")
  set(hashes "")
  set(n 0)
  foreach(file IN LISTS files)
    get_filename_component(path ${file} ABSOLUTE)
    get_filename_component(name ${file} NAME)
    set(symbol ${function}_${n})
    string(APPEND text "__asm__(\".section .rodata\\n.global ${symbol}_begin\\n.global ${symbol}_end\\n${symbol}_begin:\\n"
                       ".incbin \\\"${path}\\\"\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n"
                       "extern \"C\" const char ${symbol}_begin[];\nextern \"C\" const char ${symbol}_end[];\n")
    string(APPEND rows "      {\"${name}\", {${symbol}_begin, static_cast<std::size_t>(${symbol}_end - ${symbol}_begin)}},\n")
    list(APPEND paths ${path})
    file(SHA256 ${path} hash)
    string(APPEND hashes "// ${name} ${hash}\n")
    math(EXPR n "${n}+1")
  endforeach()
  string(APPEND text "namespace hearsay {\nstd::vector<NamedText> ${function}() {\n  return {\n${rows}  };\n}\n}  // namespace hearsay\n")
  # A changed file configures anew and changes the source by its hash: neither make nor a compiler cache sees .incbin.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${paths})
  file(GENERATE OUTPUT ${out} CONTENT "${hashes}${text}")
  target_sources(${target} PRIVATE ${out})
endfunction()
