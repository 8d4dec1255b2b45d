import Foundation
import Text

/// The headings of tables of students, in the languages in which platforms write them.
///
/// Moodle's are the strings `recordid`, `fullname`, `email`, `idnumber`, `submissionteam` and `group`
/// of its language packs.
enum RosterHeading: String, CaseIterable {
  case id, login, email, name, firstName, lastName, section, team, participant, role

  /// The name of the heading in error messages.
  var word: Phrase {
    switch self {
    case .id: Phrase("id", zh: "学号")
    case .login: Phrase("login", zh: "登录名")
    case .email: Phrase("email", zh: "邮箱")
    case .name: Phrase("name", zh: "姓名")
    case .firstName: Phrase("first name", zh: "名")
    case .lastName: Phrase("last name", zh: "姓")
    case .section: Phrase("section", zh: "班级")
    case .team: Phrase("team", zh: "小组")
    case .participant: Phrase("participant", zh: "参与者编号")
    case .role: Phrase("role", zh: "角色")
    }
  }

  /// The words, folded by `RosterHeading.folded`.
  private var words: Set<String> {
    switch self {
    case .id:
      [
        "id", "studentid", "studentnumber", "studentno", "studentnr", "sid", "idnumber", "uin",
        "universityid", "personnumber", "candidatenumber", "registrationnumber", "enrollmentnumber",
        "rollnumber", "rollno", "matriculationnumber", "matrikelnummer", "matrnr", "matrikelnr",
        "idnummer", "numerodidentification", "numeroetudiant", "numerodeetudiant", "numerodeid",
        "numerodeidentificacion", "matricula", "matricola", "numerodeidentificacao", "identifier",
        "orgdefinedid", "sisuserid", "学号", "学生编号", "学生学号", "学籍号", "id号", "编号", "學號",
        "学籍番号", "idナンバー", "학번", "номерстудента", "индивидуальныйномер",
      ]
    case .login:
      [
        "login", "loginid", "sisloginid", "username", "user", "userid", "netid", "account",
        "githubusername", "github", "benutzername", "anmeldename", "kennung", "nomdutilisateur",
        "identifiant", "nombredeusuario", "usuario", "nomeutente", "gebruikersnaam",
        "nomedeusuario", "用户名", "登录名", "账号", "帳號", "ユーザ名", "사용자아이디", "логин",
      ]
    case .email:
      [
        "email", "emailaddress", "mail", "emails", "schoolemail", "primaryemail", "emailadresse",
        "adressedecourriel", "courriel", "adressemail", "direcciondecorreo", "correo",
        "correoelectronico", "direcciondecorreoelectronico", "enderecodeemail", "indirizzoemail",
        "电子邮件", "电子邮件地址", "电子邮箱", "邮件地址", "邮箱", "电子信箱", "電子郵件", "電子郵件信箱",
        "メールアドレス", "이메일", "이메일주소", "адресэлектроннойпочты", "электроннаяпочта",
      ]
    case .name:
      [
        "name", "fullname", "student", "studentname", "displayname", "vollstandigername",
        "nomcomplet",
        "nombrecompleto", "nombre", "nomecompleto", "volledigenaam", "naam", "nominativo",
        "姓名", "全名", "名字", "学生姓名", "学生", "氏名", "フルネーム", "이름", "성명", "полноеимя",
        "имяпользователя", "фио", "imieinazwisko", "adsoyad", "koskonimi", "navn",
      ]
    case .firstName:
      [
        "firstname", "givenname", "forename", "preferredname", "vorname", "prenom", "primernombre",
        "nombres", "nomedeproprio", "primeironome", "voornaam", "fornavn", "fornamn", "imie",
        "名", "имя", "nombrepropio",
      ]
    case .lastName:
      [
        "lastname", "surname", "familyname", "nachname", "familienname", "nom", "nomdefamille",
        "apellidos", "apellido", "apellidoscompletos", "apelido", "ultimonome", "sobrenome",
        "cognome", "achternaam", "etternavn", "efternamn", "nazwisko", "姓", "姓氏", "фамилия",
      ]
    case .section:
      [
        "section", "sections", "sectionname", "class", "classname", "tutorial", "lab",
        "childcourseid",
        "班级", "班", "教学班", "行政班", "abschnitt", "seccion", "klasse",
      ]
    case .team:
      [
        "team", "group", "groups", "groupname", "teamname", "gruppe", "gruppen", "groupe",
        "groupes",
        "grupo", "grupos", "gruppo", "gruppi", "groep", "groepen", "grupp", "grup", "grupa",
        "小组", "群组", "组", "组别", "分组", "グループ", "그룹", "группа", "группы",
      ]
    case .participant:
      [
        "identifier", "identifikator", "identificador", "identificatore",
        "identificatie", "id", "标识符", "编号", "識別子", "идентификатор", "identifiant",
      ]
    case .role: ["role", "rolle", "rol", "角色"]
    }
  }

  /// Returns whether a heading is one of these words.
  func matches(_ heading: String) -> Bool { words.contains(Self.folded(heading)) }

  /// Returns a heading without case, accents, spaces, hyphens and underscores.
  static func folded(_ heading: String) -> String {
    let plain = heading.precomposedStringWithCompatibilityMapping
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return String(plain.filter { $0.isLetter || $0.isNumber })
  }
}
